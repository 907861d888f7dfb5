import type { Metadata } from 'next'
import { PrintButton } from '@/app/lanh-dao/bao-cao/06a/_components/print-button'
import { ButtonLink } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filters'
import { KeysFooter } from '@/components/ui/kbd'
import { Note, Tag, Toast } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { daysOfLine } from '@/lib/calendar/domain/schedule-list'
import { CALENDAR_SPAN } from '@/lib/calendar/domain/national-holidays'
import { calendarDay, calendarRevisions, calendarYear, rulesOfCommune } from '@/lib/calendar/queries/calendar-year'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf, parseLocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inSentence } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import { addressOf, CALENDAR, yearOf } from './_components/addresses'
import { DaySheet } from './_components/day-sheet'
import { HoursList } from './_components/hours-list'
import { RevisionList } from './_components/revision-list'
import { savedWords } from './_components/saved-words'
import { ScheduleList } from './_components/schedule-list'
import { YearKey, YearMonths } from './_components/year-months'
import { YearSwitch } from './_components/year-switch'

export const metadata: Metadata = { title: 'Lịch làm việc' }

type Search = { nam?: string; ngay?: string; 'da-luu'?: string; doi?: string }

/** The commune's year: which days count, by whose word; every due date of the commune is counted by it. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [officer, search] = [await requireOfficer(), await searchParams]
  const today = localDateOf(now())
  const asked = search.nam === undefined ? parseLocalDate(search.ngay ?? '')?.slice(0, 4) : search.nam
  const year = yearOf(asked, today, { first: Number(CALENDAR_SPAN.from.slice(0, 4)), last: Number(CALENDAR_SPAN.to.slice(0, 4)) })
  const chosen = parseLocalDate(search.ngay ?? '')
  const [commune, told, rules, revisions, day] = await Promise.all([
    communeById(officer.communeId), calendarYear(officer.communeId, year), rulesOfCommune(officer.communeId), calendarRevisions(officer.communeId), chosen === null ? null : calendarDay(officer.communeId, chosen),
  ])
  const days = told.lines.reduce((sum, line) => sum + daysOfLine(line), 0)
  return (
    <>
      <PageHeading
        title="Lịch làm việc"
        tags={<YearSwitch year={year} years={told.years} />}
        lead={`Mọi ngày hẹn của ${commune === null ? 'xã' : inSentence(commune)} tính theo lịch này.`}
        actions={
          <>
            <FilterMenu label="Tệp" options={[
              { href: `${CALENDAR}/nhap`, label: 'Nhập lịch nghỉ từ tệp' },
              { href: addressOf(`${CALENDAR}/lich.ics`, { nam: String(year) }), label: `Tải lịch ${year}, tệp .ics` },
              { href: addressOf(`${CALENDAR}/lich.csv`, { nam: String(year) }), label: `Tải lịch ${year}, tệp CSV` },
            ]} />
            <PrintButton />
            <ButtonLink variant="outlined" icon="calendar-check" href={addressOf('/tinh-han-tra', { xa: commune?.slug })}>Thử tính một ngày hẹn</ButtonLink>
            <ButtonLink icon="plus" keys="T" href={`${CALENDAR}/them`}>Thêm ngày nghỉ, làm bù</ButtonLink>
          </>
        }
      />
      {told.isComputed && (
        <Note tone="vang" className="mb-3"><p>Chưa ai nhập lịch nghỉ năm {year}: ngày lễ đang tính theo quy định, tất cả là dự kiến. Có thông báo thì <a href={`${CALENDAR}/nhap`}>nhập từ tệp</a>.</p></Note>
      )}
      <div className="year-page">
        <div className="grid gap-3">
          <YearMonths months={told.months} year={year} today={today} chosen={chosen} />
          <div className="year-below">
            <Sheet title="Giờ làm việc"><HoursList rules={rules} year={year} /></Sheet>
            <Sheet title="Các lần sửa lịch" className="no-print"><RevisionList revisions={revisions} /></Sheet>
          </div>
        </div>
        <div className="year-side grid gap-3">
          {day !== null && <DaySheet day={day} />}
          <Sheet title="Dấu trên lịch" aside={<span className="soft text-2xs">1/10, rằm: âm lịch</span>}><YearKey withClosed={told.months.some((month) => month.days.some(({ mark }) => mark === 'closed'))} /></Sheet>
          <Sheet title="Ngày nghỉ, làm bù" aside={told.isComputed ? <Tag tone="care" icon="hourglass">Dự kiến</Tag> : <span className="soft num">{days} ngày</span>}>
            <ScheduleList lines={told.lines} isComputed={told.isComputed} />
          </Sheet>
        </div>
      </div>
      <KeysFooter hints={[{ keys: ['T'], does: 'thêm' }, { keys: ['←', '→', '↑', '↓'], does: 'đi trên lịch' }, { keys: ['Enter'], does: 'xem ngày' }, { keys: ['[', ']'], does: 'năm trước, năm sau' }]} />
      {search['da-luu'] !== undefined && <Toast>{savedWords(search['da-luu'], search.doi)}</Toast>}
    </>
  )
}

import { FilterBar, FilterChip, FilterMenu, UrgencyBar, type UrgencyCount } from '@/components/ui/filters'
import type { IconName } from '@/components/ui/icon'
import { urgencies, type Urgency } from '@/lib/dossiers/domain/urgency'
import type { QueueScope } from '@/lib/dossiers/queries/open-dossiers'
import { channelLabel, countLabel, stepLabel, urgencyLabel } from '@/lib/dossiers/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { addDays, localDate, type LocalDate } from '@/lib/kernel/local-date'
import { dayMonth, shortDay, weekdayName } from '@/lib/kernel/format'
import type { Channel, StepKey } from '@/lib/dossiers/domain/dossier'
import { paymentStandings } from '@/lib/payments/domain/payment'
import { paymentStandingLabel } from '@/lib/payments/wording'
import { queueHref, type QueueView } from './queue-address'
import type { Work } from './queue-work'

const icon = { overdue: 'octagon-alert', today: 'hourglass', tomorrow: 'hourglass', within: 'clock', paused: 'circle-pause' } as const satisfies Record<Urgency, IconName>
const tone = { overdue: 'late', today: 'soon', tomorrow: 'soon', within: undefined, paused: undefined } as const
const scopeWords = { mine: 'việc của tôi', unit: 'cả phòng', all: 'cả đơn vị' } as const satisfies Record<QueueScope, string>

/** Six counts that are filters; the numbers add up to the first. */
export function QueueUrgency({ view, work }: { view: QueueView; work: Work }) {
  const all: UrgencyCount = { href: queueHref(view, { urgency: null }), count: countLabel(work.counts.all), label: 'Tất cả', detail: scopeWords[view.scope], current: view.urgency === null }
  return (
    <UrgencyBar counts={[all, ...urgencies.map((urgency): UrgencyCount => ({
      href: queueHref(view, { urgency }), count: work.counts[urgency] === 0 ? 0 : countLabel(work.counts[urgency]), label: label(urgency, work), detail: detail(urgency, work),
      tone: tone[urgency], icon: icon[urgency], current: view.urgency === urgency,
    }))]} />
  )
}

const label = (urgency: Urgency, { moment: { today, nextWorkingDay } }: Work): string =>
  urgency === 'tomorrow' && nextWorkingDay !== addDays(today, 1) ? sentenceCase(weekdayName(nextWorkingDay)) : urgencyLabel[urgency]

function detail(urgency: Urgency, { moment: { today, nextWorkingDay }, counts, rows }: Work): string {
  switch (urgency) {
    case 'overdue': {
      const silent = rows.filter(({ note }) => note.kind === 'not-apologised').length
      return counts.overdue === 0 ? 'không có' : silent === 0 ? 'cần làm trước' : `${silent} chưa xin lỗi`
    }
    case 'today': return `${weekdayName(today)}, ${dayMonth(today)}`
    case 'tomorrow': return `${weekdayName(nextWorkingDay)}, ${dayMonth(nextWorkingDay)}`
    case 'within': return `sau ${dayMonth(nextWorkingDay)}`
    case 'paused': return 'chờ bổ sung'
  }
}

type BarProps = { view: QueueView; officer: Officer; fields: readonly { slug: string; name: string }[]; today: LocalDate }

/** What is set stands as a chip to take off; what may be set is a menu of links. */
export function QueueFilters({ view, officer, fields, today }: BarProps) {
  const field = fields.find(({ slug }) => slug === view.field)
  return (
    <FilterBar end="Sắp theo hạn, gần nhất trước">
      <FilterMenu label={sentenceCase(scopeWords[view.scope])} options={(['mine', 'unit', 'all'] as const).map((scope) => ({ href: queueHref(view, { scope }), label: sentenceCase(scopeWords[scope]), current: scope === view.scope }))} />
      {field === undefined
        ? <FilterMenu label="Lĩnh vực" options={fields.map(({ slug, name }) => ({ href: queueHref(view, { field: slug }), label: name }))} />
        : <FilterChip label={field.name} removeHref={queueHref(view, { field: null })} />}
      {view.step === null
        ? <FilterMenu label="Bước" options={stepOptions(officer).map(([step, name]) => ({ href: queueHref(view, { step }), label: name }))} />
        : <FilterChip label={view.step === 'accept' ? 'Chờ tiếp nhận' : stepLabel[view.step]} removeHref={queueHref(view, { step: null })} />}
      {view.channel === null
        ? <FilterMenu label="Kênh nộp" options={(Object.keys(channelLabel) as Channel[]).map((channel) => ({ href: queueHref(view, { channel }), label: channelLabel[channel] }))} />
        : <FilterChip label={channelLabel[view.channel]} removeHref={queueHref(view, { channel: null })} />}
      {view.payment === null
        ? <FilterMenu label="Phí, lệ phí" options={paymentStandings.map((payment) => ({ href: queueHref(view, { payment }), label: paymentStandingLabel[payment] }))} />
        : <FilterChip label={paymentStandingLabel[view.payment]} removeHref={queueHref(view, { payment: null })} />}
      {view.receivedFrom === null
        ? <FilterMenu label="Nhận từ ngày" options={sinceOptions(today).map(([day, name]) => ({ href: queueHref(view, { receivedFrom: day }), label: name }))} />
        : <FilterChip label={`Nhận từ ${shortDay(view.receivedFrom)}`} removeHref={queueHref(view, { receivedFrom: null })} />}
    </FilterBar>
  )
}

function stepOptions(officer: Officer): [StepKey | 'accept', string][] {
  const steps = Object.entries(stepLabel) as [StepKey, string][]
  return may(officer, 'dossier.receive', { communeId: officer.communeId }) ? [['accept', 'Chờ tiếp nhận'], ...steps] : steps
}

const sinceOptions = (today: LocalDate): [LocalDate, string][] => [
  [today, 'Hôm nay'],
  [addDays(today, -6), '7 ngày qua'],
  [addDays(today, -29), '30 ngày qua'],
  [localDate(`${today.slice(0, 4)}-01-01`), 'Từ đầu năm'],
]

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

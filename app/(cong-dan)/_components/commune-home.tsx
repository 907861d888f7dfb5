import { feeInShort } from '@/lib/procedures/wording'
import { Icon, type IconName } from '@/components/ui/icon'
import { LinkRows } from '@/components/ui/lists'
import { RuledSection, Section } from '@/components/ui/page-heading'
import { SearchBox } from '@/components/ui/text-input'
import { openingHours } from '@/lib/calendar/queries/opening-hours'
import { limitWords } from '@/lib/calendar/wording'
import { listDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { nb } from '@/lib/kernel/nb'
import { now } from '@/lib/platform/clock'
import { lifeEvents, mostUsedProcedures } from '@/lib/procedures/domain/life-events'
import { proceduresInForce } from '@/lib/procedures/store'
import type { Commune } from '@/lib/units/domain/commune'
import { OnTimeSummary } from './on-time-summary'

const icons: Record<string, IconName> = {
  'sinh-con': 'baby', 'ket-hon': 'heart-handshake', 'chuyen-cho-o': 'house', 'lam-nha': 'hammer', 'mo-cua-hang': 'store',
  'sao-y-chung-thuc': 'copy-check', 'tuoi-gia-khuyet-tat-kho-khan': 'hand-helping', 'nguoi-than-qua-doi': 'flower-2',
}

/** The first page of a commune: find, follow, or choose by what happens in a household. */
export async function CommuneHome({ commune }: { commune: Commune }) {
  return (
    <>
      <div className="bg-cham-50 pt-8 pb-7 shadow-[0_0_0_100vmax_var(--mc-cham-50)] [clip-path:inset(0_-100vmax)]">
        <div className="columns-side !items-end !gap-4 md:!gap-16">
          <div>
            <h1>{nb('Bạn cần làm giấy tờ gì?', 'heading')}</h1>
            <form action="/thu-tuc" role="search" className="mt-4">
              <SearchBox name="q" label="Tìm thủ tục" placeholder="Ví dụ: khai sinh" maxLength={200}><Icon name="search" /></SearchBox>
            </form>
            <p className="soft mt-2 text-base">Gõ có dấu hay không dấu đều được.</p>
          </div>
          <a className="flex items-center gap-3 rounded-md border border-cham-200 bg-ground px-4 py-3 text-ink no-underline" href="/tra-cuu">
            <Icon name="file-search" className="text-link" />
            <span className="grow leading-snug"><b className="block text-link">Đã nộp hồ sơ?</b>Xem đến đâu, ngày nào xong</span>
            <Icon name="chevron-right" className="text-giay-600" />
          </a>
        </div>
      </div>
      <div className="columns-side">
        <div>
          <Section title="Chọn theo việc trong nhà">
            <LinkRows className="mt-3" columns={2} rows={lifeEvents.map(({ slug, title, summary }) => ({ href: `/thu-tuc?viec=${slug}`, title, detail: summary, icon: icons[slug] }))} />
          </Section>
          <MostUsed commune={commune} />
        </div>
        <aside className="aside md:mt-10">
          <OpenNow commune={commune} />
          <OnTimeSummary commune={commune} />
        </aside>
      </div>
    </>
  )
}

async function MostUsed({ commune }: { commune: Commune }) {
  const inForce = await proceduresInForce(localDateOf(now()), commune.id)
  const chosen = mostUsedProcedures.flatMap((code) => inForce.filter((version) => version.procedureCode === code))
  return (
    <Section title="Bà con làm nhiều nhất">
      <LinkRows
        className="mt-3"
        rows={chosen.map((version) => ({
          href: `/thu-tuc/${version.procedureCode}`,
          title: version.content.plainName,
          detail: `${limitWords(version.variants[0]!.limits.every).replace(/^./u, (letter) => letter.toUpperCase())} · ${feeInShort(version.variants[0]!.fees)}`,
        }))}
      />
      <p className="mt-3"><a href="/thu-tuc">Xem tất cả {inForce.length} thủ tục</a></p>
    </Section>
  )
}

async function OpenNow({ commune }: { commune: Commune }) {
  const { now: state, lines } = await openingHours(commune.id, now())
  return (
    <RuledSection title="Đến tận nơi">
      {state.open ? (
        <p className="flex gap-2.5"><Icon name="door-open" className="done-text mt-0.5" /><span><b className="done-text">Đang mở cửa</b>, đến {state.until}{state.later && <><br />Chiều nay {state.later}</>}</span></p>
      ) : (
        <p className="flex gap-2.5"><Icon name="door-open" className="mt-0.5" /><span><b>Đang đóng cửa</b>{state.opensOn && <>, mở lại {state.opensAt} {nb(listDay(state.opensOn))}</>}</span></p>
      )}
      <p className="soft mt-2 text-base">{commune.address}. {lines.join(': ')}. Người cao tuổi, khuyết tật, có công, phụ nữ mang thai được gọi trước.</p>
    </RuledSection>
  )
}

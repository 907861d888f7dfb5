import { RuledSection } from '@/components/ui/page-heading'
import { limitWords } from '@/lib/calendar/wording'
import { phone } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { lifeEvents } from '@/lib/procedures/domain/life-events'
import { proceduresInForce } from '@/lib/procedures/store'
import type { Commune } from '@/lib/units/domain/commune'

const MOST = 3

/** What usually has to be done as well, and who helps. */
export async function BesideIt({ code, commune }: { code: string; commune: Commune | null }) {
  const event = lifeEvents.find(({ procedures }) => procedures.includes(code))
  const inForce = event === undefined ? [] : await proceduresInForce(localDateOf(now()), commune?.id ?? null)
  const others = (event?.procedures ?? []).filter((other) => other !== code).flatMap((other) => inForce.filter(({ procedureCode }) => procedureCode === other)).slice(0, MOST)
  return (
    <>
      {event !== undefined && others.length > 0 && (
        <RuledSection title={`${event.title} còn cần`}>
          <ul className="grid gap-3">
            {others.map((other) => (
              <li key={other.procedureCode} className="leading-snug">
                <a href={`/thu-tuc/${other.procedureCode}`}>{other.content.plainName}</a>
                <small className="soft mt-0.5 block">{limitWords(other.variants[0]!.limits.every).replace(/^./u, (letter) => letter.toLocaleUpperCase('vi'))}</small>
              </li>
            ))}
          </ul>
          <p><a href={`/thu-tuc?viec=${event.slug}`}>Xem tất cả việc khi {event.title.charAt(0).toLocaleLowerCase('vi')}{event.title.slice(1)}</a></p>
        </RuledSection>
      )}
      {commune !== null && (
        <RuledSection title="Cần người giúp?">
          <p>Gọi <a className="num" href={`tel:${commune.phone.replace(/\D/g, '')}`}>{phone(commune.phone)}</a> trong giờ làm việc, hoặc đến {commune.address}: quầy giúp bạn khai và chụp giấy tờ.</p>
        </RuledSection>
      )}
    </>
  )
}

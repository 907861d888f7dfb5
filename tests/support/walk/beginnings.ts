import { v7 as uuidv7 } from 'uuid'
import { calendarRules, forgetCalendar } from '@/lib/calendar/store'
import { changeCalendar } from '@/lib/dossiers/use-cases/move-due-dates'
import { receiveDossier } from '@/lib/dossiers/use-cases/receive-dossier'
import { settleOnTheSpot } from '@/lib/dossiers/use-cases/settle-on-the-spot'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { addDays, localDate, localDateOf } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { Choose } from '@/tests/builders/deeds'
import { aDraft, anOnTheSpot, aReception } from '@/tests/builders/dossiers'
import { entry } from '@/tests/lib/calendar/calendars'
import type { Cast } from './cast'

/** Codes of the national portal, of nobody else's: a process that takes the place of another does not begin anew. */
let portal = Math.floor(performance.timeOrigin / 100) % 90_000_000

/** Another dossier, by one of the doors: online, the counter, post, the national portal, or settled while the citizen waits. */
export async function begin(cast: Cast, choose: Choose): Promise<string> {
  const door = choose(12)
  if (door < 3 && cast.slug !== 'tan-quoi') return must(await submitDossier(cast.owner, { communeId: cast.communeId, draftId: await aDraft(cast.owner, cast.communeId) })).dossierId
  if (door === 3) return must(await settleOnTheSpot(cast.desk, anOnTheSpot())).dossierId
  const procedureCode = cast.procedures[choose(cast.procedures.length)]
  if (door === 4) return must(await receiveDossier(cast.desk, await aReception(cast.desk, { procedureCode, channel: 'post' }))).dossierId
  if (door === 5) {
    const externalCode = `H20.31.08-260817-${String((portal += 1)).padStart(4, '0')}`
    return must(await receiveDossier(cast.desk, await aReception(cast.desk, { procedureCode, channel: 'national-portal', externalCode }))).dossierId
  }
  const returnChannel = choose(3) === 0 ? 'post' : 'desk'
  return must(await receiveDossier(cast.desk, await aReception(cast.desk, { procedureCode, returnChannel, idempotencyKey: uuidv7() }))).dossierId
}

const decision = { number: '1/TB-UBND', issuedOn: localDate('2026-08-03'), source: 'Thông báo của UBND' }

/** The commune closes on a day near by, or takes such a closure back. */
export async function changeSomeDay({ administrator, communeId }: Cast, choose: Choose): Promise<void> {
  const own = (await inCommune(administrator, calendarRules)).filter(({ entry: { layer }, rule }) => layer === 'commune' && rule === 'day')
  const on = addDays(localDateOf(now()), choose(12) - 2)
  const withdraw = own.length > 0 && choose(3) === 0
  const change = withdraw
    ? { add: [], withdraw: [own[choose(own.length)]!.id] }
    : { add: [{ rule: 'day' as const, entry: entry(on, { kind: 'closure', closed: choose(3) === 0 ? ['afternoon'] : 'whole-day' }) }], withdraw: [] }
  const saved = await changeCalendar(administrator, { change, decision, revision: null })
  if (!saved.ok && !['nothing-new', 'day-told-twice'].includes(saved.problem.code)) throw new Error(`the calendar could not be changed: ${saved.problem.code}`)
  forgetCalendar(communeId)
}

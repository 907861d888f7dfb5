import 'server-only'
import { dayStrip } from '@/lib/calendar/domain/day-strip'
import { dueMoment } from '@/lib/calendar/domain/due-moment'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import type { WorkingCalendar } from '@/lib/calendar/domain/working-calendar'
import { calendarOf } from '@/lib/calendar/store'
import { limitWords, lunarWords } from '@/lib/calendar/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { checklistFor } from '@/lib/procedures/domain/checklist'
import { feesFor } from '@/lib/procedures/domain/fee'
import { limitFor, shownName } from '@/lib/procedures/domain/procedure'
import { type CatalogueVariant, type CatalogueVersion, procedureInForce, proceduresInForce } from '@/lib/procedures/store'
import type { SearchEntry } from '@/lib/procedures/domain/search'
import type { DeskChannel, IntakeDue, IntakeFacts, IntakeVariant } from './intake-types'

/** Papers, fees and the day of a procedure as it is received now through this door; null where it is not in force. */
export async function intakeFacts(officer: Officer, code: string, channel: DeskChannel): Promise<IntakeFacts | null> {
  const at = now()
  const version = await procedureInForce(code, localDateOf(at), officer.communeId)
  if (version === null) return null
  const { calendar } = await calendarOf(officer.communeId)
  return {
    code, name: version.content.plainName, fieldName: version.fieldName, decision: version.decision, onTheSpot: version.settledOnTheSpot,
    variants: version.variants.map((variant) => variantFacts(version, variant, channel, at, calendar)),
  }
}

function variantFacts(version: CatalogueVersion, variant: CatalogueVariant, channel: DeskChannel, at: Date, calendar: WorkingCalendar): IntakeVariant {
  const limit = limitFor(variant, channel)
  return {
    id: variant.id, key: variant.key, name: variant.name, limit: limitWords(limit), firstStep: version.steps[0]?.name ?? '',
    papers: checklistFor(variant, channel).map(({ document, need, required }) => ({
      key: document.key, name: shownName(document), need, required, condition: document.condition, originals: document.originals, copies: document.copies, insteadOf: document.insteadOf,
    })),
    fees: feesFor(variant.fees, channel).filter(({ amountVnd }) => amountVnd !== 0).map(({ kind, amountVnd, wording, exemptions, onRequest }) => ({ kind, amountVnd, wording, exemptions, onRequest })),
    due: limit === null ? null : dueFacts(at, limit, calendar),
  }
}

function dueFacts(receivedAt: Date, limit: NonNullable<ReturnType<typeof limitFor>>, calendar: WorkingCalendar): IntakeDue | null {
  const due = dueMoment({ receivedAt, limit, calendar, pauses: [] })
  if (!due.ok) return null
  const { dueAt, dueOn, explanation } = due.value
  return {
    receivedAt: receivedAt.toISOString(), dueAt: dueAt.toISOString(), dueOn, lunar: lunarWords(lunarDateOf(dueOn)), explanation,
    days: dayStrip({ explanation, dueOn, pausedSince: null }, dueOn, calendar),
  }
}

/** What the picker searches while someone types: names, codes and words of the street, nothing else. */
export async function intakeIndex(officer: Officer): Promise<SearchEntry[]> {
  const versions = await proceduresInForce(localDateOf(now()), officer.communeId)
  return versions.map(({ procedureCode, name, fieldName, popularity, content }) => ({ code: procedureCode, plainName: content.plainName, name, fieldName, keywords: content.keywords, popularity }))
}

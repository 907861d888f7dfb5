import 'server-only'
import { visitor, type Actor } from '@/lib/identity/domain/actor'
import { toIsoLocal } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { communeBySlug } from '@/lib/units/queries/communes'
import { monthsIn, type Period } from '../domain/period'
import { figuresOf, type Figures, type SettlementReport } from '../domain/settlement'
import { toForm06a, type FormRow } from '../domain/form-06a'
import { periodName } from '../wording'
import { countFacts, momentOf, type GroupedFact, type GroupBy, type Slice } from './facts'
import { groupNames, type GroupName } from './group-names'

export type ReportQuestion = { commune: string; from: Period['from']; to: Period['to']; fieldSlug?: string; unitKey?: string; by?: GroupBy | 'month' }

/** One group: its own report of the same period; of `month`, the report of that month. */
export type ReportGroup = { key: string; name: string; figures: Figures; form: FormRow }
export type GroupedReport = { total: SettlementReport; form: FormRow; groups: ReportGroup[]; /** Told as of now, because the end of the period lies ahead. */ live: boolean }

/**
 * The figures of a commune for [from, to), as of its end. Figures alone: they are public, and tell nothing of a person.
 * Null where no such commune is served here.
 */
export async function settlementReport(actor: Actor, question: ReportQuestion): Promise<GroupedReport | null> {
  const commune = await communeBySlug(question.commune)
  if (commune === null) return null
  const { by = 'none', ...asked } = question
  const [at, slice] = [now(), { fieldSlug: asked.fieldSlug, unitKey: asked.unitKey } satisfies Slice]
  const moment = momentOf(asked, at)
  const reader = actor.kind === 'officer' && actor.communeId === commune.id ? actor : visitor
  return inCommune(reader, commune.id, async (tx) => {
    const facts = await countFacts(tx, moment, slice, by === 'month' ? 'none' : by)
    return {
      total: { commune: commune.slug, from: asked.from, to: asked.to, asOf: toIsoLocal(moment.asOf), ...figuresOf(facts) },
      form: toForm06a(facts),
      groups: by === 'none' ? [] : by === 'month' ? await months(tx, asked, slice, at) : groupsOf(facts, await groupNames(tx, by)),
      live: moment.asOf.getTime() === at.getTime(),
    }
  })
}

/** Each month as a period of its own: what it leaves open, the next one begins with. */
async function months(tx: Tx, period: Period, slice: Slice, at: Date): Promise<ReportGroup[]> {
  const groups: ReportGroup[] = []
  for (const month of monthsIn(period)) {
    const facts = await countFacts(tx, momentOf(month, at), slice, 'none')
    groups.push({ key: month.from, name: periodName(month), figures: figuresOf(facts), form: toForm06a(facts) })
  }
  return groups
}

/** In the order of the names; a group without a dossier is left out. */
function groupsOf(facts: readonly GroupedFact[], names: readonly GroupName[]): ReportGroup[] {
  return names.flatMap(({ key, name }) => {
    const own = facts.filter(({ group }) => group === key)
    return own.length === 0 ? [] : [{ key, name, figures: figuresOf(own), form: toForm06a(own) }]
  })
}

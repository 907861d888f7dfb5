import 'server-only'
import { visitor, type Actor } from '@/lib/identity/domain/actor'
import { groupBy } from '@/lib/kernel/group-by'
import { toIsoLocal } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { communeBySlug } from '@/lib/units/queries/communes'
import { monthsIn, type Period } from '../domain/period'
import { figuresOf, type Figures, type SettlementReport } from '../domain/settlement'
import { toForm06a, type FormRow } from '../domain/form-06a'
import { countFacts, momentOf, type GroupedFact, type GroupBy, type Slice } from './facts'
import { groupNames } from './group-names'

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
  const months = by === 'month' ? monthsIn(asked) : []
  const moments = [moment, ...months.map((month) => momentOf(month, at, month.from))]
  const reader = actor.kind === 'officer' && actor.communeId === commune.id ? actor : visitor
  return inCommune(reader, commune.id, async (tx) => {
    const facts = await countFacts(tx, moments, slice, by === 'month' ? 'none' : by)
    const ofPeriod = facts.filter(({ period }) => period === '')
    const names = await groupNames(tx, by, months)
    return {
      total: { commune: commune.slug, from: asked.from, to: asked.to, asOf: toIsoLocal(moment.asOf), ...figuresOf(ofPeriod) },
      form: toForm06a(ofPeriod),
      groups: by === 'none' ? [] : groupsOf(by === 'month' ? facts.filter(({ period }) => period !== '').map((fact) => ({ ...fact, group: fact.period })) : ofPeriod, names),
      live: moment.asOf.getTime() === at.getTime(),
    }
  })
}

/** In the order of the names; a group without a dossier is there only as a month. */
function groupsOf(facts: readonly GroupedFact[], names: readonly { key: string; name: string; always: boolean }[]): ReportGroup[] {
  return names.flatMap(({ key, name, always }) => {
    const own = facts.filter(({ group }) => group === key)
    return own.length === 0 && !always ? [] : [{ key, name, figures: figuresOf(own), form: toForm06a(own) }]
  })
}

/** The same question for several periods in one statement: trends, comparisons. */
export async function figuresOfPeriods(actor: Actor, communeId: string, periods: readonly Period[], slice: Slice = {}): Promise<Figures[]> {
  const at = now()
  const moments = periods.map((period, index) => momentOf(period, at, String(index)))
  const facts = await inCommune(actor, communeId, (tx) => countFacts(tx, moments, slice, 'none'))
  return moments.map(({ key }) => figuresOf(facts.filter(({ period }) => period === key)))
}

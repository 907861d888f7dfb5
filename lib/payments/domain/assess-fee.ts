import type { LocalDate } from '@/lib/kernel/local-date'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { type Vnd, vnd } from '@/lib/kernel/vnd'
import { type PersonGroup, type Reduction, reductions } from './reductions'

/** What a rule is asked about: the line of the procedure, and the case it is for. */
export type AssessedFee = { kind: 'fee' | 'charge' | 'obligation'; /** null: set by the province. @unit đồng */ amountVnd: number | null }
/** How the officer knows: the paper lies with the dossier, or was seen and given back. */
export type Proof = { kind: 'seen' | 'attachment'; name: string; attachmentId: string | null }
export type Claim = { group: PersonGroup; proof: Proof | null }
export type FeeCase = {
  procedureCode: string
  fieldSlug: string
  filedOnline: boolean
  province: string
  /** The day it was filed: rules are those in force then. */
  on: LocalDate
  claims: readonly Claim[]
}

export type Assessment = {
  beforeVnd: Vnd
  afterVnd: Vnd
  /** The one that was applied; null: nothing was claimed. */
  reduction: Reduction | null
  proof: Proof | null
}
export type AssessProblem = { code: 'amount-not-set' } | { code: 'group-not-for-this-fee'; group: PersonGroup } | { code: 'proof-missing'; proofs: readonly string[] }

/** The rules that may apply to a fee, whoever pays it; the desk offers these groups and no others. */
export function reductionsFor(fee: AssessedFee, circumstances: Omit<FeeCase, 'claims'>, rules: readonly Reduction[] = reductions): Reduction[] {
  const fitting = rules.filter((rule) => covers(rule, fee, circumstances))
  // What the law says of this very fee stands; the general rule of the same group says no more.
  return fitting.filter((rule) => rule.verified || !fitting.some((other) => other.verified && other.group === rule.group))
}

/**
 * What a case pays: of all reductions that are claimed and proven, the one that takes most off, never two together.
 * @law Nghị quyết 66.22/2026: được hưởng một mức miễn, giảm cao nhất
 */
export function assessFee(fee: AssessedFee, feeCase: FeeCase, rules: readonly Reduction[] = reductions): Result<Assessment, AssessProblem> {
  if (fee.amountVnd === null) return fail({ code: 'amount-not-set' })
  const beforeVnd = vnd(fee.amountVnd)
  const fitting = reductionsFor(fee, feeCase, rules)
  let best: Assessment = { beforeVnd, afterVnd: beforeVnd, reduction: null, proof: null }
  for (const { group, proof } of feeCase.claims) {
    const granted = fitting.filter((rule) => rule.group === group)
    if (granted.length === 0) return fail({ code: 'group-not-for-this-fee', group })
    for (const reduction of granted) {
      if (reduction.proofs.length > 0 && proof === null) return fail({ code: 'proof-missing', proofs: reduction.proofs })
      const afterVnd = afterReduction(beforeVnd, reduction.percentOff)
      if (afterVnd < best.afterVnd || best.reduction === null) best = { beforeVnd, afterVnd, reduction, proof }
    }
  }
  return ok(best)
}

/** Half a đồng is never asked for: what remains is rounded down. */
const afterReduction = (amountVnd: Vnd, percentOff: number): Vnd => vnd(Math.floor((amountVnd * (100 - percentOff)) / 100))

function covers(rule: Reduction, fee: AssessedFee, { procedureCode, fieldSlug, filedOnline, province, on }: Omit<FeeCase, 'claims'>): boolean {
  // What the state asks for a right (tax, land money) has exemptions of its own, decided by the office that states it.
  if (fee.kind === 'obligation') return false
  return (
    (rule.kinds === undefined || rule.kinds.includes(fee.kind)) &&
    (rule.procedures === undefined || rule.procedures.includes(procedureCode)) &&
    (rule.fields === undefined || rule.fields.includes(fieldSlug)) &&
    (rule.onlineOnly === undefined || filedOnline) &&
    (rule.province === undefined || rule.province === province) &&
    rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo)
  )
}

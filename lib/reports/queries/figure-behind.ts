import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { longDay } from '@/lib/kernel/format'
import type { LocalDate } from '@/lib/kernel/local-date'
import { ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { countOf, type Cell } from '../domain/facts'
import type { Period } from '../domain/period'
import type { Cursor } from '../inputs'
import { atRiskSlug, cellLabel, cellOfSlug } from '../wording'
import { dossiersBehind, type Behind } from './dossiers-behind'
import { dueNext } from './due-next'
import { countFacts, momentOf, type Slice } from './facts'
import { groupNames, unitNames } from './group-names'

export type FigureQuestion = Slice & { period: Period; /** as the address names the cell */ slug: string; dueOn?: LocalDate; after?: Cursor }
export type FigureBehind = {
  title: string
  cell: Cell | typeof atRiskSlug
  behind: Behind
  /** The figure as the report counts it, by another statement than the list; null where the report has no such figure. */
  figure: number | null
  asOf: Date
}

/** A figure with its dossiers: the screen that an opened figure leads to. An unknown name opens all that was received. */
export async function figureBehind(officer: Officer, { period, slug, dueOn, after, ...slice }: FigureQuestion): Promise<Result<FigureBehind, { code: 'forbidden' }>> {
  const ids = slug === atRiskSlug ? (await dueNext(officer)).atRiskIds : undefined
  const cell: Cell = ids === undefined ? (cellOfSlug(slug) ?? 'received') : 'within-limit'
  const behind = await dossiersBehind(officer, { period, cell, ...slice, dueOn, ids, after })
  if (!behind.ok) return behind
  const at = now()
  return inCommune(officer, async (tx) => {
    const narrowed = ids !== undefined || dueOn !== undefined
    const names = [
      slice.fieldSlug && (await groupNames(tx, 'field')).find(({ key }) => key === slice.fieldSlug)?.name,
      slice.unitKey && (await unitNames(tx)).get(slice.unitKey),
      ids !== undefined ? 'Dễ trễ trong bảy ngày làm việc tới' : cellLabel[cell],
      dueOn && `đến hạn ${longDay(dueOn)}`,
    ]
    return ok({
      title: joined(names),
      cell: ids === undefined ? cell : atRiskSlug,
      behind: behind.value,
      figure: narrowed ? null : countOf(await countFacts(tx, momentOf(period, at), slice, 'none'), cell),
      asOf: at,
    })
  })
}

/** `Đất đai, đã giải quyết, quá hạn` */
const joined = (names: readonly (string | undefined | '')[]): string =>
  names.filter((name) => name !== undefined && name !== '').map((name, at) => (at === 0 ? name! : name!.charAt(0).toLocaleLowerCase('vi') + name!.slice(1))).join(', ')

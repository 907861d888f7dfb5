import 'server-only'
import { channelLabel } from '@/lib/dossiers/wording'
import type { Tx } from '@/lib/platform/db'
import type { Period } from '../domain/period'
import { periodName } from '../wording'
import type { GroupBy } from './facts'

/** The groups there may be, in the order of the counter, with the names people know. `always`: shown without a dossier too. */
export async function groupNames(tx: Tx, by: GroupBy | 'month', months: readonly Period[]): Promise<{ key: string; name: string; always: boolean }[]> {
  switch (by) {
    case 'none':
      return []
    case 'month':
      return months.map((month) => ({ key: month.from, name: periodName(month), always: true }))
    case 'channel':
      return Object.entries(channelLabel).map(([key, name]) => ({ key, name, always: false }))
    case 'field':
      return (await tx.procedureField.findMany({ select: { slug: true, name: true }, orderBy: { position: 'asc' } })).map(({ slug, name }) => ({ key: slug, name, always: false }))
    case 'unit':
      return [...(await unitNames(tx))].map(([key, name]) => ({ key, name, always: false })).concat({ key: '', name: 'Chưa rõ đơn vị', always: false })
  }
}

/** A unit that was renamed is known by its latest name. */
export async function unitNames(tx: Tx): Promise<Map<string, string>> {
  const units = await tx.unit.findMany({ where: { communeId: tx.communeId }, select: { key: true, name: true }, orderBy: { validFrom: 'asc' } })
  return new Map(units.map(({ key, name }) => [key, name]))
}

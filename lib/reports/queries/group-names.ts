import 'server-only'
import { channelLabel } from '@/lib/dossiers/wording'
import type { Tx } from '@/lib/platform/db'
import type { GroupBy } from './facts'

export type GroupName = { key: string; name: string }

/** The groups there may be, in the order of the counter, with the names people know. */
export async function groupNames(tx: Tx, by: Exclude<GroupBy, 'none'>): Promise<GroupName[]> {
  switch (by) {
    case 'channel':
      return Object.entries(channelLabel).map(([key, name]) => ({ key, name }))
    case 'field':
      return (await tx.procedureField.findMany({ select: { slug: true, name: true }, orderBy: { position: 'asc' } })).map(({ slug, name }) => ({ key: slug, name }))
    case 'unit':
      return [...(await unitNames(tx))].map(([key, name]) => ({ key, name })).concat({ key: '', name: 'Chưa rõ đơn vị' })
  }
}

/** A unit that was renamed is known by its latest name. */
export async function unitNames(tx: Tx): Promise<Map<string, string>> {
  const units = await tx.unit.findMany({ where: { communeId: tx.communeId }, select: { key: true, name: true }, orderBy: { validFrom: 'asc' } })
  return new Map(units.map(({ key, name }) => [key, name]))
}

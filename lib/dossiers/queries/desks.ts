import 'server-only'
import type { Officer, StandIn } from '@/lib/identity/domain/actor'

export type Desk = Pick<StandIn, 'staffId' | 'unitKey' | 'roles'>

/** The own desk first, then those of colleagues who are away today and named this officer to act for them. */
export const desksOf = ({ staffId, unitKey, roles, standsInFor = [] }: Officer): Desk[] =>
  [{ staffId, unitKey, roles }, ...standsInFor].map((desk) => ({ staffId: desk.staffId, unitKey: desk.unitKey, roles: desk.roles }))

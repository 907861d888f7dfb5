import type { Dossier } from './dossier'

/**
 * Where the result is, a dimension of its own: it lies ready at the desk, is with the post, was delivered by the post, or was collected.
 * It says nothing about timeliness, which was settled with the result.
 */
export const deliveries = ['none', 'ready', 'posted', 'delivered', 'collected'] as const
export type Delivery = (typeof deliveries)[number]

/** The stage says where a result can be at all; a parcel that came back lies ready again. */
export function deliveryOf(dossier: Dossier): Delivery {
  if (dossier.stage === 'resolved') return dossier.delivery === 'posted' ? 'posted' : 'ready'
  if (dossier.stage === 'returned') return dossier.delivery === 'delivered' ? 'delivered' : 'collected'
  return 'none'
}

'use server'

import { AddLegInput, CancelLegInput, HandOverLegInput, PlanLegsInput } from '@/lib/interagency/inputs'
import { addLeg, handOverLeg, type LegDone, planLegs } from '@/lib/interagency/use-cases/hand-over-leg'
import { cancelLeg } from '@/lib/interagency/use-cases/work-on-leg'
import { now } from '@/lib/platform/clock'
import { exchangeAction } from '../../lien-thong/_components/exchange-action'

/** Another address each time: the page that comes back is always a new one, and the list of parts stands where it did. */
const backTo = ({ code }: LegDone): string => `/can-bo/ho-so/${encodeURIComponent(code)}?phoi-hop=${now().getTime()}#lien-thong`

export const planLegsAction = exchangeAction(PlanLegsInput, planLegs, backTo)
export const addLegAction = exchangeAction(AddLegInput, addLeg, backTo)
export const handOverLegAction = exchangeAction(HandOverLegInput, handOverLeg, backTo)
export const cancelLegAction = exchangeAction(CancelLegInput, cancelLeg, backTo)

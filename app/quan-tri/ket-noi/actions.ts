'use server'

import { exchangeAction } from '@/app/can-bo/lien-thong/_components/exchange-action'
import { textsOf } from '@/app/can-bo/_components/texts-of'
import { withDay } from '@/app/can-bo/ho-so/[code]/read-forms'
import { officerAction } from '@/lib/identity/actions'
import { AddPartnerInput, CreateTokenInput, CreateWebhookInput, EndPartnerInput, ResendInput, TokenInput, WebhookInput } from '@/lib/interagency/inputs'
import { addPartner, endPartner } from '@/lib/interagency/use-cases/manage-partners'
import { createToken, revokeToken } from '@/lib/interagency/use-cases/manage-tokens'
import { createWebhook, resendDelivery, stopWebhook } from '@/lib/interagency/use-cases/manage-webhooks'
import { sayProblem } from '@/lib/interagency/wording'
import type { ActionState } from '@/lib/platform/action'

const done = (what: string) => (): string => `/quan-tri/ket-noi?xong=${what}`

const token = officerAction(CreateTokenInput, createToken, sayProblem)
const webhook = officerAction(CreateWebhookInput, createWebhook, sayProblem)

/** What is shown once and never again comes back as the answer itself: it must stand in no address. */
export type Shown = { name: string; secret: string }

export async function createTokenAction(_before: ActionState<Shown>, form: FormData): Promise<ActionState<Shown>> {
  const state = await token({ status: 'idle' }, form)
  return state.status === 'done' ? { status: 'done', value: { name: state.value.name, secret: state.value.token } } : state.status === 'problem' ? { ...state, values: textsOf(form) } : state
}

export async function createWebhookAction(_before: ActionState<Shown>, form: FormData): Promise<ActionState<Shown>> {
  const state = await webhook({ status: 'idle' }, form)
  return state.status === 'done' ? { status: 'done', value: { name: state.value.url, secret: state.value.secret } } : state.status === 'problem' ? { ...state, values: textsOf(form) } : state
}

export const revokeTokenAction = exchangeAction(TokenInput, revokeToken, done('thu-hoi'))
export const stopWebhookAction = exchangeAction(WebhookInput, stopWebhook, done('dung-tin'))
export const resendAction = exchangeAction(ResendInput, resendDelivery, done('gui-lai'))
const [from, to, lastDay] = [withDay('validFrom'), withDay('validTo'), withDay('lastDay')]
export const addPartnerAction = exchangeAction(AddPartnerInput, addPartner, done('them-co-quan'), { read: (form) => to(from(form)) })
export const endPartnerAction = exchangeAction(EndPartnerInput, endPartner, done('ket-thuc-co-quan'), { read: lastDay })

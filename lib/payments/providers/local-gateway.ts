import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { System } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { readToken } from '@/lib/platform/crypto'
import { inCommune } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { type OutboxJob, queue } from '@/lib/platform/outbox'
import { NewsInput } from '../inputs'
import { SIGNATURE_HEADER, sharedSecret, signNotification } from '../signature'
import { LOCAL } from './local-provider'

/** The bank of the demonstration, on the other side of the wire: it knows orders by their token alone and speaks to us by our public door. */
const bank: System = { kind: 'system', name: 'demo-bank' }

const Order = z.object({ intentId: z.uuid(), communeId: z.uuid(), merchant: z.string(), merchantName: z.string(), amountVnd: z.int(), purpose: z.string(), dossierId: z.uuid() })
export type DemoOrder = z.output<typeof Order>

/** What the bank may be told to do, so that every case can be shown. */
export const decisions = ['pay', 'refuse', 'pay-less', 'pay-twice'] as const
export const Decision = z.enum(decisions)
type NotHere = { code: 'not-found' }

export function openOrder(token: string): Result<DemoOrder, NotHere> {
  if (env.mode !== 'demo') return fail({ code: 'not-found' })
  const read = readToken('demo-order', token)
  const order = Order.safeParse(read.ok ? read.value : null)
  return order.success ? ok(order.data) : fail({ code: 'not-found' })
}

/** The payer decided at the bank. What became of it is told to the house in its own time, and again until the house has heard. */
export async function decideOrder(token: string, decision: z.output<typeof Decision>): Promise<Result<DemoOrder, NotHere>> {
  const opened = openOrder(token)
  if (!opened.ok) return opened
  const { intentId, communeId, merchant, amountVnd } = opened.value
  const news = { merchant, intentId, status: decision === 'refuse' ? 'refused' : 'paid', amountVnd: decision === 'pay-less' ? Math.max(1, amountVnd - 1000) : amountVnd } as const
  const events = Array.from({ length: decision === 'pay-twice' ? 2 : 1 }, () => ({ ...news, eventId: uuidv7(), reference: `TD${String(now().getTime()).slice(-9)}` }))
  await inCommune(bank, communeId, (tx) => queue(tx, events.map((event) => ({ key: `demo-bank:${event.eventId}`, kind: 'demo-bank-notifies', payload: event }))))
  return opened
}

/** One delivery over the wire, signed anew each time. Anything but a yes is tried again later by the queue. @unit milliseconds */
const PATIENCE = 10_000

export async function notifyHouse({ payload }: OutboxJob): Promise<void> {
  if (env.mode !== 'demo') return
  const body = JSON.stringify(NewsInput.parse(payload))
  const answer = await fetch(`${env.publicUrl}/api/v1/payments/notifications/${LOCAL}`, {
    method: 'POST', body, signal: AbortSignal.timeout(PATIENCE), headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signNotification(sharedSecret(LOCAL), body, now()) },
  })
  if (!answer.ok) throw new Error(`The house answered ${answer.status} to a notification of the demonstration bank`)
}

import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { isAtWork, lookAgainAt } from '../domain/claim'
import { goesOnAsText } from '../domain/failure'
import { heldUntil, mergedBody, saidTogether } from '../domain/merging'
import type { Recipient, Template } from '../domain/message'
import { quietUntil } from '../domain/quiet-hours'
import type { NotificationSetting } from '../domain/setting'
import { canSend } from '../providers/provider'
import { claim, hold, type KeptMessage, lastSentAt, lockConversation, merge, recordMessage, waitingBeside } from '../store/message-store'
import { handOver } from './hand-over'

export type MessageInTurn = { key: string; dossierId: string; template: Template; recipient: Recipient; subject: string; body: string }
type Talk = { setting: NotificationSetting; /** The citizen still owes what was asked for. */ awaitsSupplement: boolean }
type Turn = { do: 'nothing' } | { do: 'wait'; until: Date } | { do: 'send' | 'send-as-text'; message: KeptMessage }

/**
 * Sends a message about a dossier when its turn has come: not in quiet hours, not within an hour of the last one, and then together with
 * whatever else waits. Answers until when it waits, or null where it need not be looked at again.
 */
export async function sendInTurn(actor: System, communeId: string, message: MessageInTurn, talk: Talk): Promise<Date | null> {
  const turn = await inCommune(actor, communeId, (tx) => turnOf(tx, message, talk, now()))
  if (turn.do === 'nothing') return null
  if (turn.do === 'wait') return turn.until
  const handed = turn.do === 'send-as-text' ? 'as-text' : await handOver(actor, communeId, turn.message)
  if (handed !== 'as-text') return null
  const { address, subject, body, template } = turn.message
  return sendInTurn(actor, communeId, { ...message, key: `${message.key}:sms`, template: template as Template, recipient: { channel: 'sms', address }, subject, body }, talk)
}

async function turnOf(tx: Tx, message: MessageInTurn, { setting, awaitsSupplement }: Talk, at: Date): Promise<Turn> {
  const { dossierId } = message
  await lockConversation(tx, dossierId)
  const kept = await recordMessage(tx, { ...message, at })
  if (kept.state === 'sending') {
    if (isAtWork(kept.claimedAt, at)) return { do: 'wait', until: lookAgainAt(kept.claimedAt!) }
    await claim(tx, kept.id, at)
    return { do: 'send', message: kept }
  }
  // Its text message may still wait for a turn of its own.
  if (kept.state === 'failed' && kept.failure !== null && goesOnAsText(kept.channel, kept.failure) && canSend('sms')) return { do: 'send-as-text', message: kept }
  if (kept.state !== 'queued') return { do: 'nothing' }
  // What was tried already and only met a gateway that was away has had its turn.
  const held = kept.attempts > 0 ? null : holdOf(at, setting, await lastSentAt(tx, dossierId, kept))
  if (held !== null) {
    await hold(tx, kept.id, held.reason, held.until)
    return { do: 'wait', until: held.until }
  }
  const said = await gathered(tx, dossierId, kept, awaitsSupplement)
  await claim(tx, kept.id, at)
  return { do: 'send', message: { ...kept, ...said } }
}

function holdOf(at: Date, { quietHours }: NotificationSetting, last: Date | null) {
  const quiet = quietUntil(at, quietHours)
  if (quiet !== null) return { reason: 'quiet-hours', until: quiet } as const
  const hour = heldUntil(last, at)
  return hour === null ? null : ({ reason: 'one-an-hour', until: hour } as const)
}

/** Takes along what else waits, and makes one message of it. */
async function gathered(tx: Tx, dossierId: string, kept: KeptMessage, awaitsSupplement: boolean): Promise<{ template: string; subject: string; body: string }> {
  const waiting = await waitingBeside(tx, dossierId, kept)
  if (waiting.length <= 1) return kept
  const together = saidTogether(waiting, { awaitsSupplement })
  const last = waiting.at(-1)!
  const said = { template: last.template, subject: last.subject, body: mergedBody(together) }
  await merge(tx, kept.id, said, waiting.filter(({ id }) => id !== kept.id).map(({ id }) => id))
  return said
}

import 'server-only'
import { z } from 'zod'
import { encryptField } from '@/lib/platform/crypto'
import type { Tx } from '@/lib/platform/db'

export type ReturnPlace = 'here' | 'solving'
export type NewReception = {
  id: string; idempotencyKey: string; requestHash: string; solvingCommuneId: string; procedureCode: string; procedureName: string; applicantName: string; returnPlace: ReturnPlace; receivedAt: Date; receivedBy: string; year: number; pattern: string
}

const Numbered = z.tuple([z.object({ number: z.int() })])

/** Writes the reception under the next number of its own series of slips. Call it once the key is known to be new. */
export async function writeReception(tx: Tx, { year, pattern, applicantName, ...reception }: NewReception): Promise<string> {
  const [{ number }] = Numbered.parse(await tx.$queryRaw`select mc_next_number(${tx.communeId}::uuid, 'reception-elsewhere', ${year}::int) as number`)
  const numberText = pattern.replace('{number}', String(number).padStart(2, '0'))
  await tx.reception.create({ data: { communeId: tx.communeId, ...reception, numberText, applicantName: encryptField(applicantName), state: 'waiting' } })
  return numberText
}

/** Two presses of one intention wait for each other here; the second finds what the first wrote. */
export async function receptionOfKey(tx: Tx, idempotencyKey: string): Promise<{ id: string; numberText: string; requestHash: string } | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('reception:' || ${tx.communeId} || ${idempotencyKey}, 0))`
  return tx.reception.findFirst({ where: { communeId: tx.communeId, idempotencyKey }, select: { id: true, numberText: true, requestHash: true } })
}

const update = async (tx: Tx, id: string, where: { state?: string; returnedAt?: null }, data: Parameters<Tx['reception']['updateMany']>[0]['data']): Promise<boolean> =>
  (await tx.reception.updateMany({ where: { communeId: tx.communeId, id, ...where }, data })).count > 0

/** The solving commune has it, under its code. Where its refusal overtook this letter, only the code is new. */
export async function writeAcknowledged(tx: Tx, id: string, code: string, at: Date): Promise<void> {
  if (!(await update(tx, id, { state: 'waiting' }, { state: 'acknowledged', code, answeredAt: at }))) await update(tx, id, {}, { code })
}
export const writeRefused = (tx: Tx, id: string, refusal: string, at: Date): Promise<boolean> => update(tx, id, {}, { state: 'refused', refusal, answeredAt: at })
export const writeHandedOut = (tx: Tx, id: string, by: string, to: string, at: Date): Promise<boolean> => update(tx, id, { returnedAt: null }, { returnedAt: at, returnedBy: by, returnedTo: encryptField(to) })

export type Told = { seq: string; stage: string; nationalCode: string | null; dueAt: Date | null; resultAt: Date | null }

/** What the solving commune last told; letters may overtake each other, so that an older one changes nothing. */
export async function writeTold(tx: Tx, id: string, { seq, stage, nationalCode, dueAt, resultAt }: Told): Promise<void> {
  await tx.reception.updateMany({
    where: { communeId: tx.communeId, id, OR: [{ toldSeq: null }, { toldSeq: { lt: BigInt(seq) } }] }, data: { toldSeq: BigInt(seq), stage, nationalCode, dueAt, resultAt },
  })
}

export const writeOrigin = (tx: Tx, origin: { dossierId: string; receivingCommuneId: string; receptionId: string; returnPlace: ReturnPlace }): Promise<unknown> =>
  tx.receptionOrigin.create({ data: { communeId: tx.communeId, ...origin } })

export const originOf = (tx: Tx, key: { dossierId: string } | { receptionId: string }): Promise<{ dossierId: string; receivingCommuneId: string; receptionId: string; returnPlace: string } | null> =>
  tx.receptionOrigin.findFirst({ where: { communeId: tx.communeId, ...key }, select: { dossierId: true, receivingCommuneId: true, receptionId: true, returnPlace: true } })

import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { checkFile } from '../check-file'
import { isBroken, verdictOf } from '../domain/signature'
import { checksOf, writeCheck, writeExplanation } from '../store'
import { trustedRoots } from '../trust'

/** Looks into a PDF that came as a result and keeps what was found. Pictures and unreadable files carry no signature to speak of. */
export async function checkAttached(officer: Officer, attachmentId: string, bytes: Uint8Array): Promise<void> {
  if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-') return
  const report = await checkFile(bytes, await trustedRoots())
  await inCommune(officer, (tx) => writeCheck(tx, attachmentId, { verdict: verdictOf(report), report, at: now() }))
}

/** A file whose signature does not hold stands as a result only where somebody explains it; the explanation is kept with it. */
export async function mayStandAsResult(tx: Tx, attachmentId: string, { explanation, by, at }: { explanation: string | null; by: string; at: Date }): Promise<boolean> {
  const [check] = await checksOf(tx, [attachmentId])
  if (check === undefined || !isBroken(check.report)) return true
  if (explanation === null) return false
  await writeExplanation(tx, attachmentId, { explanation, by, at })
  return true
}

import 'server-only'
import { findPaper, type PaperRow } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { SigningRole } from '@/lib/signatures/domain/signature'
import type { Signer } from '@/lib/signatures/signers/signer'
import { addSignature, signaturesOfPaper } from '@/lib/signatures/store'
import { type SignProblem, type SignRequest, signStored } from '@/lib/signatures/use-cases/sign-stored'
import { committeeName } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import { isSignedByLeader } from '../domain/signed-papers'
import { printForWorker } from './paper-pdf'

export type SignPaperProblem = SignProblem | { code: 'forbidden' } | { code: 'not-found' } | { code: 'no-number-yet' } | { code: 'already-signed' } | { code: 'not-signed-by-leader' }

/** One official paper signed digitally: Mẫu 04 and 05 by the leader, and then with the seal of the agency. The first print stays as it is. */
export async function signPaper(officer: Officer, paperId: string, role: SigningRole, signer: Signer): Promise<Result<{ paperId: string }, SignPaperProblem>> {
  const at = now()
  if (!may(officer, role === 'leader' ? 'dossier.sign-digitally' : 'dossier.seal-digitally', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const found = await inCommune(officer, (tx) => paperToSign(tx, paperId, role))
  if (!found.ok) return found
  const before = found.value.sha256 ?? (await printForWorker(officer.communeId, paperId))
  const made = await signStored(officer.communeId, before, signer, await requestOf(officer, role), at)
  if (!made.ok) return made
  return inCommune(officer, async (tx) => {
    // Of two who sign the same paper at once, the second finds it signed.
    await tx.$executeRaw`select id from official_paper where commune_id = ${tx.communeId}::uuid and id = ${paperId}::uuid for update`
    const again = await paperToSign(tx, paperId, role)
    if (!again.ok) return again
    if ((again.value.sha256 ?? before) !== before) return fail({ code: 'already-signed' })
    await addSignature(tx, { ...made.value, dossierId: found.value.paper.dossierId, paperId })
    return ok({ paperId })
  })
}

/** `sha256`: of the bytes to sign; null where the paper was never printed. */
async function paperToSign(tx: Tx, paperId: string, role: SigningRole): Promise<Result<{ paper: PaperRow; sha256: string | null }, SignPaperProblem>> {
  const paper = await findPaper(tx, paperId)
  if (paper === null || !isSignedByLeader(paper.form)) return fail({ code: 'not-found' })
  if (paper.numbering === 'waiting') return fail({ code: 'no-number-yet' })
  const signatures = await signaturesOfPaper(tx, paperId)
  if (signatures.some((one) => one.role === role)) return fail({ code: 'already-signed' })
  if (role === 'seal' && !signatures.some((one) => one.role === 'leader')) return fail({ code: 'not-signed-by-leader' })
  return ok({ paper, sha256: signatures[0]?.sha256After ?? paper.printed?.sha256 ?? null })
}

/** Letters carry their number and the door at which they are checked from their first print on. */
async function requestOf(officer: Officer, role: SigningRole): Promise<SignRequest> {
  const commune = await communeById(officer.communeId)
  if (commune === null) throw new Error(`No active commune ${officer.communeId}`)
  const agency = committeeName(commune)
  const who = { name: role === 'leader' ? officer.name : agency, position: officer.title, agency }
  return { role, staffId: officer.staffId, who, check: null }
}

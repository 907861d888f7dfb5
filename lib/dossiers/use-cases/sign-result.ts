import 'server-only'
import { addAttachment } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { isBroken, type SigningRole } from '@/lib/signatures/domain/signature'
import type { Signer } from '@/lib/signatures/signers/signer'
import { addSignature, checksOf, signaturesBehind } from '@/lib/signatures/store'
import { type SignedFile, type SignProblem, type SignRequest, signStored } from '@/lib/signatures/use-cases/sign-stored'
import { verifyUrl } from '@/lib/signatures/verify-address'
import { committeeName } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import { mayActTwice } from '@/lib/workflow/store'
import type { Dossier } from '../domain/dossier'
import { findResult, findResultFile, nextResultNumber, type ResultFile, writeNumber, writeResultFile } from '../store/result-store'
import { approveStepIn, type ApproveProblem } from './approve-step'
import { change, type Changed, dossierFor } from './change'
import { decideFinish, type SignedWith } from './finish-step'
import { sealStepIn } from './seal-step'

export type SignResultProblem = ApproveProblem | SignProblem | { code: 'forbidden' } | { code: 'no-file' } | { code: 'file-changed' } | { code: 'not-signed-by-leader' }

/** What is about to be signed. `signed`: this officer's signature stands already (the approval was taken back and is given again). */
export type ReadyResult = { dossier: Dossier; file: ResultFile; number: string; signed: boolean; request: SignRequest }

/**
 * One result signed digitally, which finishes the step: by the leader (approval), or with the seal of the agency. Prepared in one
 * transaction (the number is taken there, because signed bytes cannot take it later), signed with none open, and written in a
 * third only if the dossier is still the one that was signed.
 */
export async function signResult(officer: Officer, dossierId: string, role: SigningRole, signer: Signer): Promise<Result<Changed, SignResultProblem>> {
  const at = now()
  const ready = await inCommune(officer, (tx) => readyToSignIn(tx, officer, dossierId, role, at))
  if (!ready.ok) return ready
  const { file, request, signed } = ready.value
  const made = signed ? null : await signStored(officer.communeId, file.sha256, signer, request, at)
  if (made !== null && !made.ok) return made
  return storeSigned(officer, ready.value, role, made?.value ?? null, at)
}

/** Asks everything that can be asked before a key is touched, and takes the number. */
export async function readyToSignIn(tx: Tx, officer: Officer, dossierId: string, role: SigningRole, at: Date): Promise<Result<ReadyResult, SignResultProblem>> {
  if (!may(officer, role === 'leader' ? 'dossier.sign-digitally' : 'dossier.seal-digitally', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const found = await dossierFor(tx, officer, { dossierId }, role === 'leader' ? 'approve' : 'seal')
  if (!found.ok) return found
  const dossier = found.value
  const [result, file] = [await findResult(tx, dossierId), await findResultFile(tx, dossierId)]
  const decision = decideFinish(dossier, officer, { settledBy: result?.preparedBy ?? null, outcome: result?.outcome ?? 'granted', mayActTwice: await mayActTwice(tx) }, at)
  if (!decision.ok) return decision
  if (file === null || file.mime !== 'application/pdf') return fail({ code: 'no-file' })
  const [check] = await checksOf(tx, [file.attachmentId])
  if (check !== undefined && isBroken(check.report) && check.explanation === null) return fail({ code: 'file-changed' })
  const behind = await signaturesBehind(tx, file.sha256)
  if (role === 'seal' && !behind.some((one) => one.role === 'leader')) return fail({ code: 'not-signed-by-leader' })
  const number = result?.number ?? (await nextResultNumber(tx, `result:${dossier.procedure.fieldSlug}`, Number(localDateOf(at).slice(0, 4))))
  if (result?.number !== number) await writeNumber(tx, dossierId, number)
  return ok({ dossier, file, number, signed: behind.some((one) => one.role === role && one.staffId === officer.staffId), request: await requestOf(officer, dossierId, role, number) })
}

async function requestOf(officer: Officer, dossierId: string, role: SigningRole, number: string): Promise<SignRequest> {
  const commune = await communeById(officer.communeId)
  if (commune === null) throw new Error(`No active commune ${officer.communeId}`)
  const agency = committeeName(commune)
  const who = { name: role === 'leader' ? officer.name : agency, position: officer.title, agency }
  return { role, staffId: officer.staffId, who, check: { number, url: verifyUrl(commune.slug, { kind: 'result', id: dossierId }), host: new URL(env.publicUrl).host } }
}

/** The signed file takes the place of the unsigned one, which stays among the files of the dossier. */
export const storeSigned = (officer: Officer, { dossier, file, number }: ReadyResult, role: SigningRole, made: SignedFile | null, at: Date): Promise<Result<Changed, SignResultProblem>> =>
  change(officer, officer.communeId, (tx) => {
    const ref = { dossierId: dossier.id, version: dossier.version }
    const signed: SignedWith = {
      events: [{ type: 'result-signed', at, by: role, manner: 'digital', sha256: made?.sha256After ?? file.sha256 }],
      write: async (inside) => {
        if (made === null) return
        await addSignature(inside, { ...made, dossierId: dossier.id, paperId: null })
        const attachment = { draftId: null, dossierId: dossier.id, documentKey: null, kind: 'result', name: signedName(file.name), mime: file.mime, size: made.sizeAfter, sha256: made.sha256After, scan: 'clean', at } as const
        await writeResultFile(inside, dossier.id, await addAttachment(inside, officer.communeId, attachment))
      },
    }
    return role === 'leader' ? approveStepIn(tx, officer, ref, at, signed) : sealStepIn(tx, officer, { ...ref, number }, at, signed)
  })

/** "ket-qua.pdf" → "ket-qua (đã ký số).pdf", once however many sign. */
const signedName = (name: string): string => (name.includes('(đã ký số)') ? name : name.replace(/(\.pdf)?$/i, ' (đã ký số).pdf'))

import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { putFile } from '@/lib/platform/files'
import type { Tx } from '@/lib/platform/db'
import { parseCertificate } from '../cms/names'
import type { SigningRole } from '../domain/signature'
import { preparedFrom, prepareSignature } from '../pdf/sign'
import { CertificateNotValid, complete, toBeSigned } from '../sign-file'
import type { SignedKind } from '../store'
import { bytesOf, describe, marksOf, problemOf, type SignedFile, type SignProblem, type SignRequest } from './sign-stored'

/** A paper waits so long for the token's signature. @unit milliseconds */
const LASTS = 10 * 60_000
const LARGEST = 25_000_000

/** What the page hands to the plug-in that reaches the token: the bytes to sign, and their SHA-256 for plug-ins that take a hash. */
export type SignThis = { id: string; attributes: string; sha256: string }
type Subject = { kind: SignedKind; id: string }

/**
 * The first step of signing with a token in the officer's own machine: the file gets its mark and its room, and what is to be
 * signed is written down. The second step may come minutes later, or never; until then nothing is signed.
 * Asks nothing about rights: whoever calls has asked.
 */
export async function prepareForClient(communeId: string, sha256: string, chain: readonly Uint8Array[], request: SignRequest, at: Date): Promise<Result<ClientPrepared, SignProblem>> {
  try {
    const certificate = parseCertificate(chain[0] ?? new Uint8Array())
    if (certificate === null || at < new Date(certificate.validFrom) || at > new Date(certificate.validTo)) throw new CertificateNotValid()
    const prepared = await prepareSignature(await bytesOf(communeId, sha256), { role: request.role, name: request.who.name, at, marks: marksOf(request, at) })
    const kept = must(await putFile(communeId, prepared.bytes, LARGEST))
    const asked = toBeSigned(prepared, chain)
    return ok({ before: sha256, prepared: kept.sha256, attributes: asked.attributes.toString('base64'), sha256: Buffer.from(asked.sha256).toString('base64'), chain: chain.map((one) => Buffer.from(one).toString('base64')), at })
  } catch (fault) {
    return fail({ code: problemOf(fault) })
  }
}

export type ClientPrepared = { before: string; prepared: string; attributes: string; sha256: string; chain: string[]; at: Date }

/** Keeps what went out to be signed. */
export async function keepForClient(tx: Tx, subject: Subject, { staffId, role }: { staffId: string; role: SigningRole }, ready: ClientPrepared): Promise<SignThis> {
  const id = uuidv7()
  await tx.clientSigning.createMany({
    data: [{
      communeId: tx.communeId, id, staffId, kind: subject.kind, subjectId: subject.id, role, beforeSha256: ready.before, preparedSha256: ready.prepared, attributes: ready.attributes,
      certificates: ready.chain, signedAt: ready.at, expiresAt: new Date(ready.at.getTime() + LASTS),
    }],
  })
  return { id, attributes: ready.attributes, sha256: ready.sha256 }
}

/** What came back for: only to whoever sent it out, once, and in time. */
export async function takeForClient(tx: Tx, id: string, staffId: string, at: Date): Promise<ClientTaken | null> {
  const { count } = await tx.clientSigning.updateMany({ where: { communeId: tx.communeId, id, staffId, doneAt: null, expiresAt: { gt: at } }, data: { doneAt: at } })
  const row = count === 0 ? null : await tx.clientSigning.findFirst({ where: { communeId: tx.communeId, id } })
  return row === null ? null : { kind: row.kind as SignedKind, subjectId: row.subjectId, role: row.role as SigningRole, before: row.beforeSha256, prepared: row.preparedSha256, attributes: row.attributes, chain: z.array(z.string()).parse(row.certificates), signedAt: row.signedAt }
}

export type ClientTaken = { kind: SignedKind; subjectId: string; role: SigningRole; before: string; prepared: string; attributes: string; chain: string[]; signedAt: Date }

/** The second step: the token's signature goes into its room, if it holds. Whoever calls stores the answer as with every other signer. */
export async function finishForClient(communeId: string, taken: ClientTaken, signature: Uint8Array, request: SignRequest): Promise<Result<SignedFile, SignProblem>> {
  try {
    const chain = taken.chain.map((one) => Buffer.from(one, 'base64'))
    const bytes = complete(preparedFrom(await bytesOf(communeId, taken.prepared)), Buffer.from(taken.attributes, 'base64'), signature, chain)
    const kept = must(await putFile(communeId, bytes, LARGEST))
    return ok({ ...(await describe(chain, request)), signedAt: taken.signedAt, sha256Before: taken.before, sha256After: kept.sha256, sizeAfter: kept.size })
  } catch (fault) {
    return fail({ code: problemOf(fault) })
  }
}

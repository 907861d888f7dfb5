import 'server-only'
import { createHash, X509Certificate } from 'node:crypto'
import { fail, must, ok, type Result } from '@/lib/kernel/result'
import { openFile, putFile } from '@/lib/platform/files'
import { authorityOf } from '../cms/chain'
import { namesOf, parseCertificate } from '../cms/names'
import type { SigningRole } from '../domain/signature'
import { checkMark, signatureMark } from '../marks'
import { CannotSign, type Marks } from '../pdf/sign'
import { CertificateNotValid, SignatureDoesNotHold, signFile } from '../sign-file'
import type { Signer } from '../signers/signer'
import { SigningServiceAway } from '../signers/remote'
import type { NewSignature } from '../store'
import { trustedRoots } from '../trust'

export type SignProblem = { code: 'cannot-sign-file' } | { code: 'certificate-not-valid' } | { code: 'service-away' } | { code: 'signature-wrong' }

/** Who signs in the words of the paper, and the door at which it is checked; null where the paper shows that already. */
export type SignRequest = {
  role: SigningRole
  staffId: string
  who: { name: string; position: string; agency: string }
  check: { number: string | null; url: string; host: string } | null
}
export type SignedFile = Omit<NewSignature, 'dossierId' | 'paperId'>

const LARGEST_SIGNED = 25_000_000

/** The bytes of a kept file. */
export async function bytesOf(communeId: string, sha256: string): Promise<Buffer> {
  const { stream } = await openFile(communeId, sha256)
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/**
 * Signs a kept file and keeps the signed one beside it. Nothing is written to the database and no transaction is open meanwhile: a
 * key may lie behind a network. Whoever calls stores the answer, if the paper is still what it was.
 */
export async function signStored(communeId: string, sha256: string, signer: Signer, request: SignRequest, at: Date): Promise<Result<SignedFile, SignProblem>> {
  try {
    const signed = await signFile(await bytesOf(communeId, sha256), signer, { role: request.role, name: request.who.name, at, marks: marksOf(request, at) })
    const kept = must(await putFile(communeId, signed, LARGEST_SIGNED))
    return ok({ ...(await describe(await signer.certificates(), request)), signedAt: at, sha256Before: sha256, sha256After: kept.sha256, sizeAfter: kept.size })
  } catch (fault) {
    return fail({ code: problemOf(fault) })
  }
}

export const marksOf = ({ role, who, check }: SignRequest, at: Date): Marks => ({ signature: signatureMark(role, who, at), check: check === null ? null : checkMark(check, at) })

/** Faults that are answers to whoever signs; everything else is an accident and goes on. */
export function problemOf(fault: unknown): SignProblem['code'] {
  if (fault instanceof CannotSign) return 'cannot-sign-file'
  if (fault instanceof CertificateNotValid) return 'certificate-not-valid'
  if (fault instanceof SigningServiceAway) return 'service-away'
  if (fault instanceof SignatureDoesNotHold) return 'signature-wrong'
  throw fault
}

export async function describe(chain: readonly Uint8Array[], { role, staffId, who }: SignRequest): Promise<Pick<NewSignature, 'role' | 'staffId' | 'signerName' | 'agency' | 'issuer' | 'certificateSha256' | 'authority'>> {
  const [own, ...others] = chain
  const { commonName, issuer } = namesOf(own!)
  const authority = authorityOf(new X509Certificate(own!), others.flatMap((one) => parseCertificate(one) ?? []), await trustedRoots())
  return { role, staffId, signerName: commonName, agency: who.agency, issuer, certificateSha256: createHash('sha256').update(own!).digest('hex'), authority }
}

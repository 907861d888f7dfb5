import { createHash } from 'node:crypto'
import { signedAttributes, signedData } from './cms/build'
import { parseCertificate } from './cms/names'
import { readCms } from './cms/read'
import type { SigningRole } from './domain/signature'
import { fillIn, type Marks, type Prepared, prepareSignature } from './pdf/sign'
import type { Signer, ToBeSigned } from './signers/signer'

/** What a signature by `chain` would say about a file that is ready for it. */
export function toBeSigned({ sha256 }: Prepared, chain: readonly Uint8Array[]): ToBeSigned & { attributes: Buffer } {
  const attributes = signedAttributes(sha256, chain[0]!)
  return { attributes, sha256: createHash('sha256').update(attributes).digest() }
}

/** Puts a signature that was made elsewhere into its file. Throws where it does not hold: such a file never leaves. */
export function complete(prepared: Prepared, attributes: Buffer, signature: Uint8Array, chain: readonly Uint8Array[]): Buffer {
  const cms = signedData({ attributes, signature, chain })
  if (!readCms(cms, prepared.ranges).holds) throw new SignatureDoesNotHold()
  return fillIn(prepared, cms)
}

export class SignatureDoesNotHold extends Error {}
export class CertificateNotValid extends Error {}

/** A file with one more signature: PAdES baseline B-B. Throws CertificateNotValid where the signer's certificate is not in its time. */
export async function signFile(original: Buffer, signer: Signer, { role, name, at, marks }: { role: SigningRole; name: string; at: Date; marks: Marks }): Promise<Buffer> {
  const chain = await signer.certificates()
  const certificate = parseCertificate(chain[0] ?? new Uint8Array())
  if (certificate === null || at < new Date(certificate.validFrom) || at > new Date(certificate.validTo)) throw new CertificateNotValid()
  const prepared = await prepareSignature(original, { role, name, at, marks })
  const asked = toBeSigned(prepared, chain)
  return complete(prepared, asked.attributes, await signer.sign(asked), chain)
}

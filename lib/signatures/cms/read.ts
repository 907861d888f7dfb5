import { constants, createHash, createPublicKey, verify, type X509Certificate } from 'node:crypto'
import { issuerAndSerial } from './build'
import { child, type Node, NotAsn1, oidOf, readDer, timeOf } from './der'
import { parseCertificate } from './names'
import { digests, oids } from './object-identifiers'

/** What a detached signature says, and whether it holds for these bytes. */
export type ReadCms = {
  /** The signed hash is that of the document, and the signature over it was made with the key of `certificate`. */
  holds: boolean
  /** Why it does not, for the log of a reader: never shown to citizens as it stands. */
  why: 'document-differs' | 'signature-wrong' | 'certificate-differs' | null
  /** Null where the signer's certificate is not in the signature: nobody can say whose it is. */
  certificate: X509Certificate | null
  others: readonly X509Certificate[]
  /** The time that the signer's machine wrote into the signature, if it did. */
  signingTime: Date | null
}

export class UnknownSignature extends Error {}

/** Throws NotAsn1 or UnknownSignature where it is no signature of a kind that we can judge. */
export function readCms(der: Buffer, document: readonly Uint8Array[]): ReadCms {
  const content = readDer(der)
  if (oidOf(child(content, 0)) !== oids.signedData) throw new UnknownSignature('not SignedData')
  const data = child(child(content, 1), 0)
  const infos = data.children.at(-1)
  if (infos?.tag !== 0x31 || infos.children.length !== 1) throw new UnknownSignature('not exactly one signer')
  const signer = signerOf(child(infos, 0))
  const certificates = (data.children.find(({ tag }) => tag === 0xa0)?.children ?? []).map(({ raw }) => raw)
  const own = certificates.find((candidate) => isOf(candidate, signer.id)) ?? null
  const certificate = own === null ? null : parseCertificate(own)
  const others = certificates.flatMap((candidate) => (candidate === own ? [] : (parseCertificate(candidate) ?? [])))
  const why = whyNot(signer, certificate, document)
  return { holds: why === null && certificate !== null, why, certificate, others, signingTime: signer.signingTime }
}

type Signer = { id: Node; digest: 'sha256' | 'sha384' | 'sha512'; attributes: Buffer | null; messageDigest: Buffer | null; certificateHash: { name: string; hash: Buffer } | null; algorithm: Node; signature: Buffer; signingTime: Date | null }

function signerOf(info: Node): Signer {
  const parts = [...info.children]
  const [, id, digestAlgorithm] = parts
  const set = parts.find(({ tag }) => tag === 0xa0)
  const rest = parts.slice(set === undefined ? 3 : 4)
  const [algorithm, signature] = rest
  if (id === undefined || algorithm === undefined || signature === undefined) throw new NotAsn1('a signer is cut short')
  const digest = digests[oidOf(child(digestAlgorithm, 0))]
  if (digest === undefined) throw new UnknownSignature('hash too weak or unknown')
  const attribute = (name: string): Node | undefined => set?.children.find((one) => oidOf(child(one, 0)) === name)?.children[1]?.children[0]
  const time = attribute(oids.signingTime)
  return {
    id, digest, algorithm, signature: signature.body, messageDigest: attribute(oids.messageDigest)?.body ?? null,
    attributes: set === undefined ? null : Buffer.concat([Buffer.from([0x31]), set.raw.subarray(1)]),
    certificateHash: certificateHashOf(attribute(oids.signingCertificateV2)), signingTime: time === undefined ? null : timeOf(time),
  }
}

/** ESSCertIDv2: an optional algorithm (SHA-256 where it is left out), then the hash of the signer's certificate. */
function certificateHashOf(value: Node | undefined): Signer['certificateHash'] {
  const id = value?.children[0]?.children[0]
  if (id === undefined) return null
  const hasAlgorithm = id.children[0]?.tag === 0x30
  const hash = id.children[hasAlgorithm ? 1 : 0]?.body
  return hash === undefined ? null : { name: hasAlgorithm ? (digests[oidOf(child(child(id, 0), 0))] ?? 'unknown') : 'sha256', hash }
}

/** A signer is named by issuer and serial number, or by the identifier of the key. */
function isOf(certificate: Buffer, id: Node): boolean {
  try {
    if (id.tag !== 0x30) return parseCertificate(certificate)?.raw.includes(id.body) === true
    const { issuer, serial } = issuerAndSerial(certificate)
    return child(id, 0).raw.equals(issuer) && child(id, 1).raw.equals(serial)
  } catch (fault) {
    if (fault instanceof NotAsn1) return false
    throw fault
  }
}

function whyNot(signer: Signer, certificate: X509Certificate | null, document: readonly Uint8Array[]): ReadCms['why'] {
  const hash = createHash(signer.digest)
  for (const part of document) hash.update(part)
  const digest = hash.digest()
  if (signer.attributes !== null && (signer.messageDigest === null || !signer.messageDigest.equals(digest))) return 'document-differs'
  if (certificate === null) return null
  const { certificateHash } = signer
  if (certificateHash !== null && (certificateHash.name === 'unknown' || !createHash(certificateHash.name).update(certificate.raw).digest().equals(certificateHash.hash))) return 'certificate-differs'
  const signed = signer.attributes ?? Buffer.concat(document.map((part) => Buffer.from(part)))
  return isSignedBy(signer, certificate, signed) ? null : 'signature-wrong'
}

function isSignedBy({ digest, algorithm, signature }: Signer, certificate: X509Certificate, signed: Buffer): boolean {
  const key = createPublicKey(certificate.publicKey.export({ type: 'spki', format: 'pem' }))
  const isPss = oidOf(child(algorithm, 0)) === oids.rsaPss
  try {
    return verify(digest, signed, isPss ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : key, signature)
  } catch {
    // OpenSSL throws where the key is of another kind than the signature: then it is not by that key.
    return false
  }
}

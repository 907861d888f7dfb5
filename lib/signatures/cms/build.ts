import { createHash, X509Certificate } from 'node:crypto'
import { child, der, nothing, octets, oid, readDer, sequence, setOf, smallInteger } from './der'
import { oids } from './object-identifiers'

/** Which algorithm the key of a certificate signs with, as CMS names it; SHA-256 throughout. */
export type KeyKind = 'rsa' | 'ec'

export function keyKindOf(certificate: Uint8Array): KeyKind {
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType
  if (kind === 'rsa' || kind === 'ec') return kind
  throw new Error(`A certificate with a key of kind ${String(kind)} cannot sign here`)
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

/**
 * What is really signed: the hash of the document and the hash of the signer's own certificate, so that nobody can put
 * another certificate in its place. As PAdES baseline level B asks (ETSI EN 319 142-1): signing-certificate-v2 is there and
 * signing-time is not, because the time stands in the signature dictionary of the PDF.
 */
export function signedAttributes(documentSha256: Uint8Array, certificate: Uint8Array): Buffer {
  const attribute = (name: string, value: Buffer): Buffer => sequence(oid(name), der(0x31, value))
  return setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(documentSha256)),
    // ESSCertIDv2 with its default hash, SHA-256, which DER leaves out.
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate)))))),
  )
}

/** Puts signature, attributes and certificates (signer's first) together as detached CMS SignedData. */
export function signedData({ attributes, signature, chain }: { attributes: Buffer; signature: Uint8Array; chain: readonly Uint8Array[] }): Buffer {
  const [certificate] = chain
  if (certificate === undefined) throw new Error('A signature without a certificate says nothing')
  const { issuer, serial } = issuerAndSerial(certificate)
  const digest = sequence(oid(oids.sha256), nothing())
  const algorithm = keyKindOf(certificate) === 'rsa' ? sequence(oid(oids.rsaEncryption), nothing()) : sequence(oid(oids.ecdsaWithSha256))
  // Inside SignerInfo the set of attributes carries the tag [0] instead of SET.
  const attributesIn = Buffer.from(attributes)
  attributesIn[0] = 0xa0
  const signerInfo = sequence(smallInteger(1), sequence(issuer, serial), digest, attributesIn, algorithm, octets(signature))
  const content = sequence(smallInteger(1), der(0x31, digest), sequence(oid(oids.data)), der(0xa0, ...chain.map((one) => Buffer.from(one))), der(0x31, signerInfo))
  return sequence(oid(oids.signedData), der(0xa0, content))
}

/** From the certificate as it stands, byte for byte: a name that is written anew may not match. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Buffer; serial: Buffer } {
  const body = child(readDer(Buffer.from(certificate)), 0)
  const shift = child(body, 0).tag === 0xa0 ? 1 : 0
  return { serial: child(body, shift).raw, issuer: child(body, shift + 2).raw }
}

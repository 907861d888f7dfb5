import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import type { Signer } from './signer'

export class WrongPassphrase extends Error {}

/**
 * A key in a PKCS#12 file on this server. Throws WrongPassphrase where it does not open: then nothing is known about the file.
 * node-forge reads RSA keys; a file with an elliptic key is refused by it.
 */
export function pkcs12Signer(file: Uint8Array, passphrase: string): Signer & { validTo: Date } {
  const { key, certificates } = unlocked(file, passphrase)
  return {
    certificates: () => Promise.resolve(certificates),
    sign: ({ attributes }) => Promise.resolve(sign('sha256', attributes, key)),
    validTo: new Date(new X509Certificate(certificates[0]!).validTo),
  }
}

function unlocked(file: Uint8Array, passphrase: string): { key: KeyObject; certificates: Buffer[] } {
  const store = opened(file, passphrase)
  const { shroudedKeyBag, keyBag } = forge.pki.oids as { shroudedKeyBag: string; keyBag: string }
  const bag = [...(store.getBags({ bagType: shroudedKeyBag })[shroudedKeyBag] ?? []), ...(store.getBags({ bagType: keyBag })[keyBag] ?? [])].find(({ key }) => key != null)
  if (bag?.key == null) throw new WrongPassphrase('no private key inside')
  const key = createPrivateKey(forge.pki.privateKeyToPem(bag.key))
  const certBag = forge.pki.oids.certBag as string
  const all = (store.getBags({ bagType: certBag })[certBag] ?? []).flatMap(({ cert }) => (cert == null ? [] : [Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(cert)).getBytes(), 'binary')]))
  const own = all.find((candidate) => new X509Certificate(candidate).checkPrivateKey(key))
  if (own === undefined) throw new WrongPassphrase('no certificate of the key inside')
  return { key, certificates: [own, ...issuersOf(own, all)] }
}

function opened(file: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(file).toString('binary')), passphrase)
  } catch {
    // node-forge has one error for a wrong passphrase and for a file that is none; both are mended at the same place.
    throw new WrongPassphrase('does not open')
  }
}

/** From the signer upwards; the self-signed end is left out, because a reader trusts it only where it is known already. */
function issuersOf(own: Buffer, all: readonly Buffer[]): Buffer[] {
  const found: Buffer[] = []
  for (let here = new X509Certificate(own); ; ) {
    const next = all.find((candidate) => {
      const certificate = new X509Certificate(candidate)
      return !candidate.equals(here.raw) && !certificate.checkIssued(certificate) && here.checkIssued(certificate) && !found.includes(candidate)
    })
    if (next === undefined) return found
    found.push(next)
    here = new X509Certificate(next)
  }
}

import { X509Certificate } from 'node:crypto'
import { child, oidOf, readDer, textOf } from './der'
import { oids } from './object-identifiers'

/** Who a certificate names, as people read it. */
export type CertificateNames = { commonName: string; organisation: string | null; issuer: string }

/** Names of a certificate in DER; Node's own text of a name escapes Vietnamese letters. */
export function namesOf(certificate: Uint8Array): CertificateNames {
  const body = child(readDer(Buffer.from(certificate)), 0)
  const shift = child(body, 0).tag === 0xa0 ? 1 : 0
  const [issuer, subject] = [attributesOf(child(body, shift + 2).raw), attributesOf(child(body, shift + 4).raw)]
  return {
    commonName: shown(subject.get(oids.commonName)) ?? shown(subject.get(oids.organisation)) ?? 'Chứng thư không ghi tên',
    organisation: shown(subject.get(oids.organisation)),
    issuer: shown(issuer.get(oids.commonName)) ?? shown(issuer.get(oids.organisation)) ?? 'Tổ chức cấp không ghi tên',
  }
}

function attributesOf(name: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  for (const set of readDer(name).children) for (const pair of set.children) found.set(oidOf(child(pair, 0)), textOf(child(pair, 1)))
  return found
}

/** What somebody else wrote into a certificate: one line, no direction marks, not longer than a name. */
const shown = (text: string | undefined): string | null => {
  const clean = text?.normalize('NFC').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim().slice(0, 120) ?? ''
  return clean === '' ? null : clean
}

export const parseCertificate = (bytes: Uint8Array): X509Certificate | null => {
  try {
    return new X509Certificate(bytes)
  } catch {
    // Not a certificate, or one that OpenSSL cannot read: it vouches for nobody.
    return null
  }
}

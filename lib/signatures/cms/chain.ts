import type { X509Certificate } from 'node:crypto'
import type { Authority, CertificateTime } from '../domain/signature'

/** Certificates that a chain may end in, each said to be real or a demonstration's own. */
export type TrustedRoot = { certificate: X509Certificate; authority: Exclude<Authority, 'unknown'> }

/** Longer chains are not built by any authority; it also ends the walk where two certificates issue each other. */
const LONGEST = 6

/**
 * Which authority stands behind a certificate. Only signatures and the right to issue are followed: whether a certificate was
 * revoked is not asked, because that would tell its authority who looks at which paper, and the network may be away.
 */
export function authorityOf(leaf: X509Certificate, others: readonly X509Certificate[], roots: readonly TrustedRoot[]): Authority {
  let here = leaf
  for (let step = 0; step < LONGEST; step += 1) {
    const root = roots.find(({ certificate }) => certificate.raw.equals(here.raw) || issued(certificate, here))
    if (root !== undefined) return root.authority
    const next = others.find((candidate) => !candidate.raw.equals(here.raw) && issued(candidate, here))
    if (next === undefined) return 'unknown'
    here = next
  }
  return 'unknown'
}

const issued = (issuer: X509Certificate, subject: X509Certificate): boolean => issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

/** Was the certificate valid at the moment of signing? A certificate that ran out later takes nothing from an older signature. */
export function certificateTime(certificate: X509Certificate, signedAt: Date | null): CertificateTime {
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
  if (signedAt === null) return 'unknown'
  if (signedAt.getTime() < from) return 'not-yet-valid'
  return signedAt.getTime() > to ? 'expired' : 'valid'
}

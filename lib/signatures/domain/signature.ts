/** Whose word a certificate rests on. A demonstration's own authority proves nothing to anybody outside it. */
export type Authority = 'known' | 'demonstration' | 'unknown'

/** The certificate at the moment of signing; `unknown` where the file does not say when. */
export type CertificateTime = 'valid' | 'expired' | 'not-yet-valid' | 'unknown'

/** What was added to the file after a signature. `other`: something else than a further signature, or nobody can tell. */
export type LaterChanges = 'none' | 'signatures' | 'other'

/** One signature of a file, as the file and its certificate tell it. */
export type SignatureReport = {
  signerName: string
  organisation: string | null
  issuer: string
  /** Written by the signer's machine, confirmed by nobody else. */
  signedAt: Date | null
  /** The signed part of the file is, byte for byte, what was signed. */
  intact: boolean
  /** Nothing stands outside of what it signs except the signature itself. */
  coversWholeFile: boolean
  laterChanges: LaterChanges
  authority: Authority
  certificateTime: CertificateTime
  validUntil: Date | null
}

/** `unsigned`: a PDF without a signature. `unreadable`: no PDF, or one that cannot be judged without risk. */
export type FileReport = { kind: 'signed'; signatures: readonly SignatureReport[] } | { kind: 'unsigned' } | { kind: 'unreadable' }

/**
 * What a reader needs to know first. `good`: signed and unchanged under an authority that we know. `unconfirmed`: unchanged, but
 * nobody here can vouch for who signed. `expired`: signed with a certificate that was not valid then. `changed`: not what was signed.
 */
export type Verdict = 'good' | 'unconfirmed' | 'expired' | 'changed' | 'unsigned' | 'unreadable'

/** One changed signature makes the whole file changed: a paper is as good as its worst claim. */
export function verdictOf(report: FileReport): Verdict {
  if (report.kind !== 'signed') return report.kind
  const { signatures } = report
  if (signatures.some((one) => !one.intact || one.laterChanges === 'other')) return 'changed'
  if (signatures.some(({ certificateTime }) => certificateTime === 'expired' || certificateTime === 'not-yet-valid')) return 'expired'
  return signatures.every(({ authority }) => authority === 'known') ? 'good' : 'unconfirmed'
}

/** May a file stand as a result without a word of explanation? */
export const isBroken = (report: FileReport): boolean => ['changed', 'expired'].includes(verdictOf(report))

/** Who signs: the leader for the content, the records clerk with the seal of the agency. */
export const signingRoles = ['leader', 'seal'] as const
export type SigningRole = (typeof signingRoles)[number]

/** How a result came by its signature. */
export type SigningManner = 'digital' | 'pen'

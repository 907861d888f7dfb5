import { authorityOf, certificateTime, type TrustedRoot } from './cms/chain'
import { NotAsn1 } from './cms/der'
import { namesOf } from './cms/names'
import { readCms, UnknownSignature } from './cms/read'
import type { FileReport, LaterChanges, SignatureReport } from './domain/signature'
import { laterChanges } from './pdf/later-changes'
import { openPdf } from './pdf/open'
import { type FoundSignature, MOST_SIGNATURES, signaturesIn } from './pdf/read'

/**
 * Who signed a file, when, and whether it changed since: told from the bytes alone, without network and without clock. The roots
 * are those that this installation trusts.
 */
export async function checkFile(given: Uint8Array, roots: readonly TrustedRoot[]): Promise<FileReport> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const document = await openPdf(bytes)
  if (document === null) return { kind: 'unreadable' }
  const found = signaturesIn(document, bytes)
  if (found.length === 0) return { kind: 'unsigned' }
  if (found.length > MOST_SIGNATURES) return { kind: 'unreadable' }
  const changesBehind = await laterChanges(bytes, found.map(({ end }) => end))
  return { kind: 'signed', signatures: found.map((one) => reportOn(one, bytes, changesBehind, roots)) }
}

const UNKNOWN = { signerName: 'Không rõ người ký', organisation: null, issuer: 'Không rõ', authority: 'unknown', certificateTime: 'unknown', validUntil: null } as const

function reportOn(found: FoundSignature, bytes: Buffer, changesBehind: (end: number) => LaterChanges, roots: readonly TrustedRoot[]): SignatureReport {
  const covers = found.signed !== null && found.end === bytes.length
  const broken: SignatureReport = { ...UNKNOWN, signedAt: found.statedTime, intact: false, coversWholeFile: covers, laterChanges: covers ? 'none' : 'other' }
  if (found.signed === null) return broken
  const cms = readOrNull(found.cms, found.signed)
  if (cms?.certificate == null) return broken
  const { certificate } = cms
  const signedAt = cms.signingTime ?? found.statedTime
  const names = namesOf(certificate.raw)
  return {
    signerName: names.commonName, organisation: names.organisation, issuer: names.issuer, signedAt, intact: cms.holds, coversWholeFile: covers,
    laterChanges: changesBehind(found.end), authority: authorityOf(certificate, cms.others, roots),
    certificateTime: certificateTime(certificate, signedAt), validUntil: new Date(certificate.validTo),
  }
}

function readOrNull(cms: Buffer, signed: readonly [Buffer, Buffer]): ReturnType<typeof readCms> | null {
  try {
    return readCms(cms, signed)
  } catch (fault) {
    // Not a signature of a kind that can be judged: the reader hears that it does not hold.
    if (fault instanceof NotAsn1 || fault instanceof UnknownSignature) return null
    throw fault
  }
}

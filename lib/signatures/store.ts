import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { Prisma, Tx } from '@/lib/platform/db'
import type { Authority, FileReport, SigningRole, Verdict } from './domain/signature'

/** What is signed: the result of a dossier (its id), or a paper. */
export type SignedKind = 'result' | 'paper'

export type NewSignature = {
  dossierId: string | null
  paperId: string | null
  role: SigningRole
  staffId: string
  signerName: string
  agency: string
  issuer: string
  certificateSha256: string
  authority: Authority
  signedAt: Date
  sha256Before: string
  sha256After: string
  sizeAfter: number
}

export const addSignature = async (tx: Tx, signature: NewSignature): Promise<void> =>
  void (await tx.digitalSignature.createMany({ data: [{ communeId: tx.communeId, id: uuidv7(), ...signature }] }))

export type KeptSignature = { role: SigningRole; staffId: string; signerName: string; agency: string; signedAt: Date; authority: Authority; sha256After: string; sizeAfter: number }
const shown = { role: true, staffId: true, signerName: true, agency: true, signedAt: true, authority: true, sha256After: true, sizeAfter: true } as const
const fromRow = (row: { role: string; authority: string } & Omit<KeptSignature, 'role' | 'authority'>): KeptSignature => ({ ...row, role: row.role as SigningRole, authority: row.authority as Authority })

/** Signatures of a paper, the latest first: its bytes are those after the latest. */
export const signaturesOfPaper = async (tx: Tx, paperId: string): Promise<KeptSignature[]> =>
  (await tx.digitalSignature.findMany({ where: { communeId: tx.communeId, paperId }, orderBy: { recordedAt: 'desc' }, select: shown, take: 10 })).map(fromRow)

/** Signatures of the result of a dossier, the latest first; of files that were handed back too. */
export const signaturesOfResult = async (tx: Tx, dossierId: string): Promise<KeptSignature[]> =>
  (await tx.digitalSignature.findMany({ where: { communeId: tx.communeId, dossierId, paperId: null }, orderBy: { recordedAt: 'desc' }, select: shown, take: 10 })).map(fromRow)

/** The signatures that led to these very bytes, the first one first. */
export async function signaturesBehind(tx: Tx, sha256: string): Promise<KeptSignature[]> {
  const found: KeptSignature[] = []
  for (let here = sha256; found.length < 10; ) {
    const row = await tx.digitalSignature.findFirst({ where: { communeId: tx.communeId, sha256After: here }, select: { ...shown, sha256Before: true } })
    if (row === null) break
    const { sha256Before, ...signature } = row
    found.unshift(fromRow(signature))
    here = sha256Before
  }
  return found
}

export type PenSigning = { signedOn: LocalDate; signerId: string; attachmentId: string | null; confirmedBy: string; confirmedAt: Date }

export async function writePenSignature(tx: Tx, dossierId: string, { signedOn, ...rest }: PenSigning): Promise<void> {
  const data = { ...rest, signedOn: new Date(`${signedOn}T00:00:00Z`) }
  await tx.penSignature.upsert({ where: { communeId_dossierId: { communeId: tx.communeId, dossierId } }, create: { communeId: tx.communeId, dossierId, ...data }, update: data })
}

export async function penSignatureOf(tx: Tx, dossierId: string): Promise<{ signedOn: LocalDate; signerId: string; attachmentId: string | null } | null> {
  const row = await tx.penSignature.findFirst({ where: { communeId: tx.communeId, dossierId }, select: { signedOn: true, signerId: true, attachmentId: true } })
  return row === null ? null : { ...row, signedOn: row.signedOn.toISOString().slice(0, 10) as LocalDate }
}

/** What was found in a file that came as a result. The bytes never change, so that looking once is enough. */
export const writeCheck = async (tx: Tx, attachmentId: string, { verdict, report, at }: { verdict: Verdict; report: FileReport; at: Date }): Promise<void> =>
  void (await tx.signatureCheck.createMany({ data: [{ communeId: tx.communeId, attachmentId, verdict, report: report as unknown as Prisma.InputJsonObject, checkedAt: at }], skipDuplicates: true }))

export const writeExplanation = async (tx: Tx, attachmentId: string, { explanation, by, at }: { explanation: string; by: string; at: Date }): Promise<void> =>
  void (await tx.signatureCheck.updateMany({ where: { communeId: tx.communeId, attachmentId }, data: { explanation, explainedBy: by, explainedAt: at } }))

export type KeptCheck = { attachmentId: string; verdict: Verdict; report: FileReport; explanation: string | null }

export async function checksOf(tx: Tx, attachmentIds: readonly string[]): Promise<KeptCheck[]> {
  if (attachmentIds.length === 0) return []
  const rows = await tx.signatureCheck.findMany({ where: { communeId: tx.communeId, attachmentId: { in: [...attachmentIds] } }, select: { attachmentId: true, verdict: true, report: true, explanation: true } })
  return rows.map((row) => ({ ...row, verdict: row.verdict as Verdict, report: revived(row.report) }))
}

/** Instants became text on their way into JSON. */
function revived(report: Prisma.JsonValue): FileReport {
  const read = report as unknown as FileReport
  if (read.kind !== 'signed') return read
  return { kind: 'signed', signatures: read.signatures.map((one) => ({ ...one, signedAt: one.signedAt === null ? null : new Date(one.signedAt), validUntil: one.validUntil === null ? null : new Date(one.validUntil) })) }
}

import 'server-only'
import { z } from 'zod'
import type { PaperForm } from '@/lib/documents/domain/official-paper'
import { paperName } from '@/lib/documents/wording'
import { visitor } from '@/lib/identity/domain/actor'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { inCommune, reference, type Tx } from '@/lib/platform/db'
import { type KeptSignature, penSignatureOf, signaturesBehind, signaturesOfPaper } from '@/lib/signatures/store'
import type { VerifySubject } from '@/lib/signatures/verify-address'
import { committeeName, type Commune } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'

/**
 * What anybody may know of a paper that they hold in their hands: what kind it is, its number, day and issuer, and how it was
 * signed. Nothing about the person it speaks of; `initials` only where the paper's own QR code was read.
 */
export type PublicPaper = {
  kind: string
  number: string
  issuedOn: LocalDate
  issuer: string
  communeName: string
  signatures: readonly Pick<KeptSignature, 'role' | 'signerName' | 'agency' | 'signedAt' | 'authority'>[]
  penSignedOn: LocalDate | null
  /** "P.T.T.L." */
  initials: string | null
}

/** The paper behind a QR code; null where it was taken back, or is no result yet. */
export async function paperByToken(commune: Commune, subject: VerifySubject): Promise<PublicPaper | null> {
  return inCommune(visitor, commune.id, async (tx) => {
    const [found] = subject.kind === 'paper' ? await officialPapers(tx, commune, { id: subject.id }) : await results(tx, commune, { dossierId: subject.id })
    return found === undefined ? null : { ...found.paper, initials: await initialsOf(tx, found.dossierId) }
  })
}

/** Papers of that kind, number and day: a number alone is soon guessed, with its day it shows that somebody has the paper. */
export async function papersByNumber(commune: Commune, { form, number, issuedOn }: { form: PaperForm | 'result'; number: string; issuedOn: LocalDate }): Promise<PublicPaper[]> {
  return inCommune(visitor, commune.id, async (tx) => {
    const found = form === 'result' ? await results(tx, commune, { number }) : await officialPapers(tx, commune, { form, numberText: number, year: Number(issuedOn.slice(0, 4)) })
    return found.map(({ paper }) => paper).filter((paper) => paper.issuedOn === issuedOn)
  })
}

const Issued = z.array(z.object({ commune_id: z.uuid(), dossier_id: z.uuid().nullable(), paper_id: z.uuid().nullable() }))

/** Whose very bytes these are. `latest`: nothing was signed or put in their place since. */
export async function paperByBytes(sha256: string): Promise<{ paper: PublicPaper; latest: boolean } | null> {
  const [row] = Issued.parse(await reference().$queryRaw`select * from mc_find_issued(${sha256})`)
  const commune = row === undefined ? null : await communeById(row.commune_id)
  if (row === undefined || commune === null) return null
  return inCommune(visitor, commune.id, async (tx) => {
    const isPaper = row.paper_id !== null
    const [found] = isPaper ? await officialPapers(tx, commune, { id: row.paper_id! }) : await results(tx, commune, { dossierId: row.dossier_id! })
    if (found === undefined) return null
    return { paper: found.paper, latest: found.sha256 === sha256 }
  })
}

type Found = { paper: PublicPaper; dossierId: string | null; /** Of the bytes as they are given out today. */ sha256: string | null }

const FEW = 5

async function officialPapers(tx: Tx, commune: Commune, where: { id: string } | { form: PaperForm; numberText: string; year: number }): Promise<Found[]> {
  const rows = await tx.officialPaper.findMany({ where: { communeId: tx.communeId, ...where, numbering: { not: 'waiting' } }, select: { id: true, dossierId: true, form: true, numberText: true, issuedAt: true, sha256: true, data: true }, take: FEW })
  return Promise.all(rows.map(async (row) => {
    const signatures = await signaturesOfPaper(tx, row.id)
    const paper = { kind: paperName[row.form as PaperForm], number: row.numberText, issuedOn: localDateOf(row.issuedAt), issuer: issuerOf(row.data) ?? committeeName(commune), communeName: commune.name, signatures: signatures.toReversed().map(publicPart), penSignedOn: null, initials: null }
    return { paper, dossierId: row.dossierId, sha256: signatures[0]?.sha256After ?? row.sha256 }
  }))
}

/** Results stand once the dossier is settled; before that there is nothing to verify. */
async function results(tx: Tx, commune: Commune, where: { dossierId: string } | { number: string }): Promise<Found[]> {
  const rows = await tx.dossierResult.findMany({ where: { communeId: tx.communeId, ...where, number: 'number' in where ? where.number : { not: null } }, select: { dossierId: true, number: true, attachmentId: true }, take: FEW })
  const found = await Promise.all(rows.map(async ({ dossierId, number, attachmentId }): Promise<Found | null> => {
    const dossier = await tx.dossier.findFirst({ where: { communeId: tx.communeId, id: dossierId, stage: { in: ['resolved', 'returned'] } }, select: { procedureName: true, resolvedAt: true } })
    if (dossier === null || dossier.resolvedAt === null) return null
    const file = attachmentId === null ? null : await tx.attachment.findFirst({ where: { communeId: tx.communeId, id: attachmentId }, select: { sha256: true } })
    const signatures = file === null ? [] : await signaturesBehind(tx, file.sha256)
    const pen = await penSignatureOf(tx, dossierId)
    const paper: PublicPaper = { kind: `Kết quả thủ tục: ${dossier.procedureName}`, number: number!, issuedOn: localDateOf(dossier.resolvedAt), issuer: committeeName(commune), communeName: commune.name, signatures: signatures.map(publicPart), penSignedOn: pen?.signedOn ?? null, initials: null }
    return { paper, dossierId, sha256: file?.sha256 ?? null }
  }))
  return found.filter((one) => one !== null)
}

const publicPart = ({ role, signerName, agency, signedAt, authority }: KeptSignature): PublicPaper['signatures'][number] => ({ role, signerName, agency, signedAt, authority })

const issuerOf = (data: unknown): string | null => z.object({ head: z.object({ issuerName: z.string() }) }).safeParse(data).data?.head.issuerName ?? null

async function initialsOf(tx: Tx, dossierId: string | null): Promise<string | null> {
  const party = dossierId === null ? null : await tx.dossierParty.findFirst({ where: { communeId: tx.communeId, dossierId, part: 'applicant' }, select: { fullName: true, kind: true } })
  return party === null || party.kind !== 'person' ? null : `${party.fullName.split(/\s+/).map((word) => word.charAt(0).toLocaleUpperCase('vi')).join('.')}.`
}

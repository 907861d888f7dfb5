import 'server-only'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type { Citizen, Officer } from '@/lib/identity/domain/actor'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCitizen, inCommune } from '@/lib/platform/db'
import { putFile, type StoredFile } from '@/lib/platform/files'
import { addAttachment, type AttachmentKind, type NewAttachment, sameInDossier, sameInDraft } from '../store'

/** The largest file a citizen may send. @unit bytes */
export const LARGEST_FILE = 20 * 1024 * 1024
/** Longer sides are drawn smaller: a page of A4 stays readable, a photograph stays light. @unit pixels */
const LONGEST_SIDE = 2400
/** Larger pictures are refused before they are unpacked. @unit pixels */
const MOST_PIXELS = 80_000_000

export type TakeInProblem =
  | { code: 'file-empty' }
  | { code: 'file-too-large' }
  | { code: 'file-kind-unknown' }
  | { code: 'image-unreadable' }
  | { code: 'storage-full' }

type Given = { communeId: string; documentKey: string | null; name: string }

/**
 * Takes a file into a citizen's draft: kind by content and never by name, pictures drawn anew (which drops position data
 * and whatever else was hidden in them), then kept under the hash of what is left. The name is only ever shown. The same
 * picture of the same paper is kept once, however often it is sent.
 */
export async function takeInFile(citizen: Citizen, { draftId, ...given }: Given & { draftId: string }, bytes: Uint8Array): Promise<Result<{ id: string }, TakeInProblem>> {
  const kept = await keepFile(given, bytes)
  if (!kept.ok) return kept
  const attachment = attachmentOf(given, kept.value, { draftId, dossierId: null, kind: 'paper' })
  return ok({ id: await inCitizen(citizen.citizenId, async (tx) => (await sameInDraft(tx, given.communeId, attachment)) ?? addAttachment(tx, given.communeId, attachment)) })
}

/** The same for what answers a request for a supplement. Whoever calls has asked whether this citizen may answer it. */
export async function takeInSupplement(citizen: Citizen, { dossierId, ...given }: Given & { dossierId: string }, bytes: Uint8Array): Promise<Result<{ id: string }, TakeInProblem>> {
  const kept = await keepFile(given, bytes)
  if (!kept.ok) return kept
  const attachment = attachmentOf(given, kept.value, { draftId: null, dossierId, kind: 'supplement' })
  return ok({ id: await inCommune(citizen, given.communeId, async (tx) => (await sameInDossier(tx, attachment)) ?? addAttachment(tx, given.communeId, attachment)) })
}

/** What an officer adds to a dossier: a paper scanned at the counter, or the result. Whoever calls has asked whether this officer may. */
export async function takeInAtDesk(officer: Officer, { dossierId, kind, ...given }: Omit<Given, 'communeId'> & { dossierId: string; kind: AttachmentKind }, bytes: Uint8Array): Promise<Result<{ id: string }, TakeInProblem>> {
  const { communeId } = officer
  const kept = await keepFile({ ...given, communeId }, bytes)
  if (!kept.ok) return kept
  const attachment = attachmentOf({ ...given, communeId }, kept.value, { draftId: null, dossierId, kind })
  return ok({ id: await inCommune(officer, (tx) => addAttachment(tx, communeId, attachment)) })
}

export type Kept = StoredFile & { mime: string }

/** Cleans and keeps the bytes; the row that names them is written by whoever calls, with its cause. */
export async function keepFile({ communeId }: Pick<Given, 'communeId'>, bytes: Uint8Array): Promise<Result<Kept, TakeInProblem>> {
  const clean = await cleaned(bytes)
  if (!clean.ok) return clean
  const stored = await putFile(communeId, clean.value.bytes, LARGEST_FILE)
  return stored.ok ? ok({ ...stored.value, mime: clean.value.mime }) : fail({ code: stored.problem.code })
}

export const attachmentOf = ({ documentKey, name }: Given, { mime, sha256, size }: Kept, place: Pick<NewAttachment, 'draftId' | 'dossierId' | 'kind'>): NewAttachment => ({
  ...place, documentKey, name: shownName(name), mime, sha256, size, scan: 'unscanned', at: now(),
})

async function cleaned(bytes: Uint8Array): Promise<Result<{ bytes: Uint8Array; mime: string }, TakeInProblem>> {
  if (bytes.byteLength === 0) return fail({ code: 'file-empty' })
  if (bytes.byteLength > LARGEST_FILE) return fail({ code: 'file-too-large' })
  const kind = await fileTypeFromBuffer(bytes)
  if (kind?.mime === 'application/pdf') return ok({ bytes, mime: kind.mime })
  if (kind === undefined || !['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/gif', 'image/tiff'].includes(kind.mime)) return fail({ code: 'file-kind-unknown' })
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate()
    const drawn = await picture.resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 84 }).toBuffer()
    return ok({ bytes: drawn, mime: 'image/jpeg' })
  } catch {
    // Whatever the picture library stumbles over, the answer to the citizen is the same: photograph it again.
    return fail({ code: 'image-unreadable' })
  }
}

/** Without path, control and direction marks, at most 120 characters; never used to find the file. */
const shownName = (name: string): string =>
  name.normalize('NFC').replace(/^.*[/\\]/s, '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, 120) || 'Tệp không tên'

import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { takeInFile } from '@/lib/documents/use-cases/take-in-file'
import { openDraftFile } from '@/lib/documents/queries/draft-file'
import { discardDraft } from '@/lib/dossiers/use-cases/discard-draft'
import type { Citizen } from '@/lib/identity/domain/actor'
import { must } from '@/lib/kernel/result'
import { aDraft } from '@/tests/builders/dossiers'
import { aCitizen, communeId as communeOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let citizen: Citizen
let communeId: string
let draftId: string

beforeAll(async () => {
  citizen = await aCitizen(database.owner)
  communeId = await communeOf(database.owner, 'bach-quang')
  draftId = await aDraft(citizen, communeId)
})

const picture = (colour: string) => sharp({ create: { width: 30, height: 20, channels: 3, background: colour } }).withExif({ IFD0: { Copyright: 'a place on earth' } }).jpeg().toBuffer()
const take = (bytes: Uint8Array, changes: { name?: string; documentKey?: string } = {}) => takeInFile(citizen, { communeId, draftId, documentKey: 'anh', name: 'a.jpg', ...changes }, bytes)
const rows = async () => (await database.owner.query('select document_key, name, mime, removed_at from attachment where draft_id = $1 and document_key in ($2, $3) order by created_at, id', [draftId, 'anh', 'khac'])).rows

describe('a file', () => {
  test('is known by its content, never by its name', async () => {
    for (const [bytes, code] of [
      [Buffer.alloc(0), 'file-empty'],
      [Buffer.from('MZ\x90\x00 a program'), 'file-kind-unknown'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-kind-unknown'],
      [Buffer.from('<html><script>alert(1)</script>'), 'file-kind-unknown'],
      [(await picture('red')).subarray(0, 200), 'image-unreadable'],
      [Buffer.alloc(20 * 1024 * 1024 + 1, 0xff), 'file-too-large'],
    ] as const) expect(await take(bytes), code).toEqual({ ok: false, problem: { code } })
  })

  test('is drawn anew, so that nothing hidden goes along, and shown without its path', async () => {
    const { id } = must(await take(await picture('green'), { name: '..\\..\\C:\\ảnh \u202Egpj.jpg' }))
    const chunks: Buffer[] = []
    for await (const chunk of (await openDraftFile(citizen, communeId, id)).stream) chunks.push(chunk as Buffer)
    expect((await sharp(Buffer.concat(chunks)).metadata()).exif).toBeUndefined()
    expect(await rows()).toMatchObject([{ name: 'ảnh gpj.jpg', mime: 'image/jpeg' }])
  })

  test('sent twice for the same paper is kept once, for another paper once more', async () => {
    const [before, again] = [await rows(), await picture('blue')]
    const ids = await Promise.all(Array.from({ length: 5 }, () => take(again)))
    expect(new Set(ids.map((taken) => must(taken).id)).size).toBe(1)
    must(await take(again, { documentKey: 'khac' }))
    expect(await rows()).toHaveLength(before.length + 2)
  })

  test('goes with the draft that is thrown away, and nobody else can throw it away', async () => {
    expect(await discardDraft(await aCitizen(database.owner), { communeId, draftId })).toEqual({ ok: false, problem: { code: 'draft-not-found' } })
    expect((await rows()).every(({ removed_at }) => removed_at === null)).toBe(true)
    expect(await discardDraft(citizen, { communeId, draftId })).toEqual({ ok: true, value: true })
    expect((await rows()).every(({ removed_at }) => removed_at !== null)).toBe(true)
    expect(await discardDraft(citizen, { communeId, draftId })).toEqual({ ok: false, problem: { code: 'draft-not-found' } })
  })
})

import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessLog } from '@/lib/audit/queries/access-log'
import { accessesOfDossier } from '@/lib/audit/queries/accesses-of-dossier'
import type { AccessKind } from '@/lib/audit/domain/access'
import { accessLabel } from '@/lib/audit/wording'
import { addAttachment } from '@/lib/documents/store'
import { registerPage } from '@/lib/dossiers/queries/register'
import { searchDossiers } from '@/lib/dossiers/queries/search-dossiers'
import { registerPdf, registerXlsx } from '@/lib/dossiers/use-cases/export-register'
import { openAttachment } from '@/lib/dossiers/use-cases/open-attachment'
import { paperPdf } from '@/lib/dossiers/use-cases/paper-pdf'
import { previewOf } from '@/lib/dossiers/use-cases/preview-paper'
import { printMany } from '@/lib/dossiers/use-cases/print-many'
import { recordAccess, unmaskPersonalId } from '@/lib/dossiers/use-cases/record-access'
import { withdrawDossierIn } from '@/lib/dossiers/use-cases/withdraw-dossier'
import { localDate } from '@/lib/kernel/local-date'
import { must } from '@/lib/kernel/result'
import { atTime } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { putFile } from '@/lib/platform/files'
import { received } from '@/tests/builders/dossiers'
import { officerOf, type People, peopleOf } from '@/tests/builders/people'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
let people: People
let dossier: { dossierId: string; code: string }
let attachmentId: string
let paperId: string
const ID = '087194000412'
const book = { fieldSlug: null, from: localDate('2020-01-01'), to: localDate('2099-12-31') }

beforeAll(async () => {
  people = await peopleOf(database.owner, 'bach-quang')
  dossier = await received(people.desk)
  const file = must(await putFile(people.desk.communeId, Buffer.from('a scan'), 1000))
  attachmentId = await inCommune(people.desk, (tx) => addAttachment(tx, people.desk.communeId, { draftId: null, dossierId: dossier.dossierId, documentKey: null, kind: 'paper', name: 'a.jpg', mime: 'image/jpeg', ...file, scan: 'clean', at: new Date() }))
  paperId = (await database.owner.query<{ id: string }>('select id from official_paper where dossier_id = $1', [dossier.dossierId])).rows[0]!.id
})

/** The doors through which an officer sees a person's data: the module behind each, what it does, and the line it leaves. */
const doors: Record<string, { opens: () => Promise<unknown>; leaves: AccessKind }> = {
  'queries/dossier-detail.ts': { opens: () => recordAccess(people.head, { dossierId: dossier.dossierId, what: 'dossier' }), leaves: 'dossier' },
  'use-cases/record-access.ts': { opens: () => unmaskPersonalId(people.head, { dossierId: dossier.dossierId, reason: 'đối chiếu thẻ' }), leaves: 'personal-id' },
  'use-cases/open-attachment.ts': { opens: async () => must(await openAttachment(people.head, { code: dossier.code, attachmentId })).stream.destroy(), leaves: 'attachment' },
  'use-cases/paper-pdf.ts': { opens: async () => buffer(must(await paperPdf(people.head, paperId)).stream), leaves: 'paper' },
  'use-cases/print-many.ts': { opens: async () => must(await printMany(people.clerk, { paperIds: [paperId] })), leaves: 'paper' },
  'use-cases/preview-paper.ts': { opens: async () => must(await previewOf(withdrawDossierIn)(people.otherDesk, { dossierId: dossier.dossierId, reason: null })), leaves: 'dossier' },
  'queries/search-dossiers.ts': { opens: () => searchDossiers(people.head, ID), leaves: 'search' },
  'queries/register.ts': { opens: () => registerPage(people.director, book, null), leaves: 'register' },
  'use-cases/export-register.ts': { opens: async () => [must(await registerPdf(people.director, book)), must(await registerXlsx(people.director, book))], leaves: 'export' },
}

/** Modules that read people and open nothing to an officer, or no more than a name in a list of work. */
const others: Record<string, string> = {
  'queries/open-dossiers.ts': 'a list of work: a name beside a code', 'queries/submitted-dossiers.ts': 'a list of work', 'queries/resolved-dossiers.ts': 'a list of work',
  'queries/certified-today.ts': 'a list of work', 'queries/paper-data.ts': 'what a paper prints: asked by paper-pdf and preview-paper', 'queries/tracked-dossier.ts': 'the citizen',
  'store/folder.ts': 'asked by dossier-detail', 'store/sealed-answers.ts': 'seals and opens for its callers', 'use-cases/open-granted-file.ts': 'the citizen', 'use-cases/supplement-files.ts': 'the citizen',
  'use-cases/deliver-message.ts': 'the worker',
  'use-cases/money-paper-pdf.ts': 'notes what it opens itself, see below', '/lib/interagency/queries/partner-legs.ts': 'notes what it opens itself, see below', 'use-cases/control-sheet.ts': 'notes what it opens itself, see below',
  'use-cases/reopen-dossier.ts': 'carries people over to the new dossier, shows none', 'queries/public-paper.ts': 'whoever holds the paper: initials at most', 'queries/message-view.ts': 'masked',
  'queries/parcels.ts': 'the list of the post: name and way', 'queries/to-sign.ts': 'a list of work', 'queries/waiting-for-leader.ts': 'a list of work', 'store/share-plan.ts': 'a list of work',
  'store/delivery-store.ts': 'keyed numbers, to compare a card with', '/lib/interagency/queries/receptions.ts': 'a list of work of the receiving counter: its own slips',
  '/lib/interagency/store/message-store.ts': 'seals for the exchange', '/lib/interagency/store/webhook-store.ts': 'seals secrets of other systems',
}

const lines = async () => (await database.owner.query<{ what: AccessKind; reason: string; staff_id: string; object_id: string | null }>('select * from access_log where dossier_id = $1', [dossier.dossierId])).rows

describe('every door to personal data', () => {
  test.each(Object.entries(doors))('%s leaves a line that says who, what and why; a second look within minutes leaves none', async (_module, { opens, leaves }) => {
    const before = (await lines()).length
    await opens()
    const after = await lines()
    expect(after.length).toBe(before + 1)
    expect(after.filter(({ what }) => what === leaves)).not.toEqual([])
    for (const { reason } of after) expect(reason.length).toBeGreaterThan(5)
    await opens()
    expect((await lines()).length).toBe(before + 1)
  })

  const sources = Object.entries(import.meta.glob<string>('/lib/{dossiers,archive,interagency,workflow}/**/*.ts', { query: '?raw', import: 'default', eager: true }))
  const reads = /dossier_party|dossierParty|\bfolderOf\(|dossier_form\b|\bopenFile\(|\bdecryptField\(|mc_search_dossiers/

  test('a module that reads people is a door above, or says why it is none', () => {
    const readers = sources.filter(([, source]) => reads.test(source)).map(([file]) => file.replace('/lib/dossiers/', ''))
    expect(readers.filter((file) => !(file in doors) && !(file in others))).toEqual([])
  })

  test('a module that says it notes what it opens does so', () => {
    const said = Object.keys(others).filter((file) => others[file]!.startsWith('notes what it opens'))
    const silent = said.filter((file) => !sources.some(([name, source]) => name.endsWith(file) && /\brecordAccess\(/.test(source)))
    expect(silent).toEqual([])
  })

  test('the page of a dossier notes that it was opened', () => {
    const pages = Object.entries(import.meta.glob<string>('/app/**/page.tsx', { query: '?raw', import: 'default', eager: true }))
    const silent = pages.filter(([file, source]) => file.startsWith('/app/can-bo/') && /\bdossierDetail\(/.test(source) && !/\brecordAccess\(/.test(source))
    expect(silent.map(([file]) => file)).toEqual([])
  })
})

describe('the lines', () => {
  test('are one for a reading of minutes, another for the next; each attachment has its own', async () => {
    const before = (await lines()).length
    const later = new Date(Date.now() + 20 * 60_000)
    await atTime(later, () => recordAccess(people.head, { dossierId: dossier.dossierId, what: 'dossier' }))
    await atTime(later, () => recordAccess(people.head, { dossierId: dossier.dossierId, what: 'dossier' }))
    expect((await lines()).length).toBe(before + 1)
    expect((await lines()).filter(({ what }) => what === 'attachment').map(({ object_id }) => object_id)).toEqual([attachmentId])
  })

  test('are read by the dossier’s people in words, whatever was opened', async () => {
    const told = await inCommune(people.desk, (tx) => accessesOfDossier(tx, dossier.dossierId))
    expect(new Set(told.map(({ what }) => what))).toEqual(new Set(Object.keys(accessLabel)))
    for (const { what, name, reason } of told) expect([accessLabel[what], name, reason].every((text) => text !== '')).toBe(true)
  })

  test('are read page by page by leader and administrator of the same commune, by filter, and by nobody else', async () => {
    const everything = { staffId: null, what: null, code: null, from: null, until: null }
    const first = await accessLog(people.leader, everything, null, 3)
    const second = await accessLog(people.leader, everything, first.next, 100)
    expect([first.rows.length, first.rows.length + second.rows.length]).toEqual([3, (await lines()).length])
    expect([...first.rows, ...second.rows].map(({ at }) => at.getTime())).toEqual([...first.rows, ...second.rows].map(({ at }) => at.getTime()).toSorted((one, other) => other - one))
    const administrator = await officerOf(database.owner, 'bach-quang', 'quantri')
    expect((await accessLog(administrator, { ...everything, what: 'search' }, null)).rows).toMatchObject([{ name: people.head.name, code: dossier.code, what: 'search' }])
    expect((await accessLog(people.leader, { ...everything, staffId: people.clerk.staffId }, null)).rows.map(({ what }) => what)).toEqual(['paper'])
    expect((await accessLog(people.leader, { ...everything, until: localDate('2020-01-01') }, null)).rows).toEqual([])
    expect((await accessLog(people.caseOfficer, everything, null)).rows).toEqual([])
    expect((await accessLog(await officerOf(database.owner, 'my-an', 'chutich'), everything, null)).rows).toEqual([])
  })

  test('of a search by a number that nobody has are none, and a search by name leaves none', async () => {
    const before = (await lines()).length
    await searchDossiers(people.caseOfficer, '087194999999')
    await searchDossiers(people.caseOfficer, 'pham thi')
    expect((await lines()).length).toBe(before)
  })
})

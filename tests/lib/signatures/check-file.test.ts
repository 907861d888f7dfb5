import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { checkFile } from '@/lib/signatures/check-file'
import { type FileReport, verdictOf } from '@/lib/signatures/domain/signature'
import { checkMark, signatureMark } from '@/lib/signatures/marks'
import { preparedFrom } from '@/lib/signatures/pdf/sign'
import { CertificateNotValid, complete, signFile, SignatureDoesNotHold, toBeSigned } from '@/lib/signatures/sign-file'
import type { Signer } from '@/lib/signatures/signers/signer'
import { anApology as apology } from '../documents/papers'
import { aHouseOfKeys } from './people-who-sign'

const { person, roots } = aHouseOfKeys()
const [leader, seal] = [person('Nguyễn Thị Hoài Hương'), person('UBND phường Bách Quang')]
const at = new Date('2026-11-22T09:00:00Z')
const who = { name: 'Nguyễn Thị Hoài Hương', position: 'Chủ tịch UBND', agency: 'UBND phường Bách Quang' }
const check = () => checkMark({ number: '12/2026', url: 'http://127.0.0.1:3000/xac-minh/bach-quang/P0', host: '127.0.0.1:3000' }, at)

let original: Buffer
let one: Buffer
let two: Buffer

const signed = (bytes: Buffer, signer: Signer, role: 'leader' | 'seal'): Promise<Buffer> =>
  signFile(bytes, signer, { role, name: who.name, at, marks: { signature: signatureMark(role, who, at), check: role === 'leader' ? check() : null } })
const reportOf = (bytes: Buffer): Promise<FileReport> => checkFile(bytes, roots)
const signaturesOf = (report: FileReport) => (report.kind === 'signed' ? report.signatures : [])
const verdict = async (bytes: Buffer): Promise<string> => verdictOf(await reportOf(bytes))

beforeAll(async () => {
  original = Buffer.from((await renderPaper('apology', apology)).bytes)
  one = await signed(original, leader, 'leader')
  two = await signed(one, seal, 'seal')
})

describe('a file that was signed here', () => {
  test('begins with the original, byte for byte, and with every earlier signature', () => {
    expect(one.subarray(0, original.length).equals(original)).toBe(true)
    expect(two.subarray(0, one.length).equals(one)).toBe(true)
  })

  test('says who signed, for whom, when, and under whose authority', async () => {
    expect(signaturesOf(await reportOf(one))).toEqual([
      { signerName: 'Nguyễn Thị Hoài Hương', organisation: 'UBND phường Bách Quang', issuer: 'Cơ quan chứng thực thử', signedAt: at, intact: true, coversWholeFile: true, laterChanges: 'none', authority: 'known', certificateTime: 'valid', validUntil: new Date('2040-01-01T00:00:00Z') },
    ])
    expect(await verdict(one)).toBe('good')
  })

  test('carries two signatures: the seal over the leader, and nothing else since', async () => {
    expect(signaturesOf(await reportOf(two)).map(({ signerName, intact, coversWholeFile, laterChanges }) => ({ signerName, intact, coversWholeFile, laterChanges }))).toEqual([
      { signerName: 'Nguyễn Thị Hoài Hương', intact: true, coversWholeFile: false, laterChanges: 'signatures' },
      { signerName: 'UBND phường Bách Quang', intact: true, coversWholeFile: true, laterChanges: 'none' },
    ])
    expect(await verdict(two)).toBe('good')
  })

  test('under an authority that nobody knows is unchanged, and its signer unconfirmed', async () => {
    expect(verdictOf(await checkFile(one, []))).toBe('unconfirmed')
  })

  test('is read the same by poppler: PAdES, valid, all faces inside, all words there', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'signed-')), 'two.pdf')
    writeFileSync(path, two)
    const run = (command: string, ...more: string[]): string => execFileSync(command, [...more, path, ...(command === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const found = run('pdfsig', '-nocert')
    expect(found.match(/Signature is Valid/g)).toHaveLength(2)
    expect(found.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2)
    expect(found).toContain('Total document signed')
    const faces = run('pdffonts').split('\n').slice(2).filter((line) => line !== '')
    expect(faces.filter((line) => !/ yes (yes|no ) /.test(line))).toEqual([])
    const text = run('pdftotext', '-layout')
    expect(text).toContain('Người ký: Nguyễn Thị Hoài Hương')
    expect(text).toContain('2026-11-22T16:00:00+07:00')
    expect(text).toContain('Số: 12/2026')
    expect(text).toContain('xin trân trọng gửi lời xin lỗi')
  })
})

describe('a file that is not what was signed', () => {
  test('any byte of the signed part, changed, is a change', async () => {
    for (const place of [20, Math.floor(original.length / 2), original.length + 50, one.length - 30]) {
      const bent = Buffer.from(one)
      bent[place] = bent[place]! ^ 1
      expect(['changed', 'unreadable', 'unsigned'], `byte ${place}`).toContain(await verdict(bent))
    }
    const bent = Buffer.from(one)
    const title = bent.indexOf('/Title')
    bent[title + 12] = bent[title + 12]! ^ 1
    expect(await verdict(bent)).toBe('changed')
  })

  test.each([['one blank', ' '], ['a line', '\n%%EOF\n'], ['a comment', '\n% thêm\n']])('%s behind the signature is a change', async (_what, more) => {
    expect(await verdict(Buffer.concat([one, Buffer.from(more)]))).toBe('changed')
  })

  test('a revision that draws over the paper is a change, though the signed bytes are all there', async () => {
    const document = await PDFDocument.load(two, { updateMetadata: false })
    const page = document.getPages()[0]!
    page.drawText('99/11/2026', { x: 100, y: 400, size: 20, font: await document.embedFont(StandardFonts.Helvetica) })
    await document.flush()
    const { stateOf, withRevision } = await import('@/lib/signatures/pdf/update')
    const fresh = await PDFDocument.load(two, { updateMetadata: false })
    const before = stateOf(fresh, two)
    const drawnOver = withRevision(two, document, before, [page.ref], [])
    expect(drawnOver.subarray(0, two.length).equals(two)).toBe(true)
    expect(await verdict(drawnOver)).toBe('changed')
    // Another signature on top does not heal it.
    expect(await verdict(await signed(drawnOver, person('Người khác'), 'seal'))).toBe('changed')
  })

  test('saved anew by another program it has lost its signature or broken it', async () => {
    const again = Buffer.from(await (await PDFDocument.load(two)).save())
    expect(['changed', 'unsigned']).toContain(await verdict(again))
  })

  test('a signature made with another key than that of its certificate does not hold, and never leaves', async () => {
    const thief: Signer = { certificates: leader.certificates, sign: seal.sign }
    await expect(signed(original, thief, 'leader')).rejects.toBeInstanceOf(SignatureDoesNotHold)
  })

  test('the signature of one file put into another does not hold', async () => {
    const prepared = preparedFrom(one)
    const other = preparedFrom(await signed(Buffer.from((await renderPaper('apology', { ...apology, reason: 'lý do khác' })).bytes), leader, 'leader'))
    const asked = toBeSigned(prepared, [leader.der])
    const signature = await leader.sign(asked)
    expect(() => complete(other, asked.attributes, signature, [leader.der])).toThrow(SignatureDoesNotHold)
  })
})

describe('a certificate and its time', () => {
  test('nobody signs here with a certificate that has run out', async () => {
    await expect(signed(original, person('Hết hạn', ['2020-01-01T00:00:00Z', '2025-01-01T00:00:00Z']), 'leader')).rejects.toBeInstanceOf(CertificateNotValid)
  })

  test('a signature of elsewhere, made after its certificate ran out, is called so', async () => {
    const old = person('Hết hạn', ['2020-01-01T00:00:00Z', '2025-01-01T00:00:00Z'])
    // As if the clock of the signer had stood in 2024 when the certificate was looked at, and in 2026 when the time was written.
    const { prepareSignature } = await import('@/lib/signatures/pdf/sign')
    const prepared = await prepareSignature(original, { role: 'leader', name: 'Hết hạn', at, marks: { signature: signatureMark('leader', who, at), check: null } })
    const asked = toBeSigned(prepared, [old.der])
    const bytes = complete(prepared, asked.attributes, await old.sign(asked), [old.der])
    expect(await verdict(bytes)).toBe('expired')
  })

  test('a paper stays good after its certificate ran out: the day of signing counts', async () => {
    const young = person('Trẻ', ['2026-01-01T00:00:00Z', '2026-12-01T00:00:00Z'])
    expect(await verdict(await signed(original, young, 'leader'))).toBe('good')
  })
})

describe('what is not a signed PDF', () => {
  test.each([
    ['an unsigned paper', () => original, 'unsigned'],
    ['a text', () => Buffer.from('không phải PDF'), 'unreadable'],
    ['nothing', () => Buffer.alloc(0), 'unreadable'],
    ['a PDF cut in half', () => one.subarray(0, 3000), 'unreadable'],
  ])('%s', async (_what, bytes, expected) => {
    expect(await verdict(bytes())).toBe(expected)
  })

  test('a list of objects that would unpack to gigabytes is not unpacked', async () => {
    const { deflateSync } = await import('node:zlib')
    const bomb = deflateSync(Buffer.alloc(60_000_000))
    const head = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`
    const hidden = head.replace('/ObjStm', '/Obj#53tm')
    for (const start of [head, hidden]) {
      const began = performance.now()
      expect(await verdict(Buffer.concat([Buffer.from(start), bomb, Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n0\n%%EOF')]))).toBe('unreadable')
      expect(performance.now() - began).toBeLessThan(2000)
    }
  })
})

describe('where the mark stands', () => {
  test('a page full of writing (a scan) gets another page for it', async () => {
    const scan = await PDFDocument.create()
    const page = scan.addPage([595, 842])
    const png = await scan.embedPng(await (await import('sharp')).default({ create: { width: 10, height: 10, channels: 3, background: '#ccc' } }).png().toBuffer())
    page.drawImage(png, { x: 0, y: 0, width: 595, height: 842 })
    const bytes = await signed(Buffer.from(await scan.save({ useObjectStreams: true })), leader, 'leader')
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2)
    expect(await verdict(bytes)).toBe('good')
  })
})

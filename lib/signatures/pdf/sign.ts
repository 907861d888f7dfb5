import { createHash } from 'node:crypto'
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFPage, PDFRef } from 'pdf-lib'
import { checkWish, freePlace, leaderWish, sealWish, type Box, type Size } from '../domain/place'
import type { SigningRole } from '../domain/signature'
import { annotationBoxes, occupiedOn } from './occupied'
import { openPdf } from './open'
import { refAt, stateOf, withRevision } from './update'

/** Room for certificates and signature: a chain of three with RSA 4096 takes about six thousand. @unit bytes */
const ROOM = 10_000

export type Marks = {
  /** What shows that the paper is signed: a PDF of one page, drawn to its size. */
  signature: Uint8Array
  /** Number and the way to check the paper; only before the first signature, because it becomes part of the page. */
  check: Uint8Array | null
}
export type Prepared = {
  /** The whole file with room for the signature, filled with zeros. */
  bytes: Buffer
  /** What is signed: from the start to the room, and from behind it to the end. */
  ranges: readonly [Buffer, Buffer]
  sha256: Buffer
}

export class CannotSign extends Error {}

/**
 * Adds a signature field to a file as one more revision and leaves room for the signature itself. What stood there stays byte
 * for byte. The mark takes a free place on the last page; a page that is full (a scan) or turned gets another page behind it.
 * Throws CannotSign for a file that is no PDF, is encrypted, or does not open.
 */
export async function prepareSignature(original: Buffer, { role, name, at, marks }: { role: SigningRole; name: string; at: Date; marks: Marks }): Promise<Prepared> {
  const document = await openPdf(original)
  if (document === null) throw new CannotSign()
  const before = stateOf(document, original)
  const changed = new Set<PDFRef>()
  const fields = signatureFields(document)
  const [mark, check] = [await embedded(document, marks.signature), marks.check === null || fields.length > 0 ? null : await embedded(document, marks.check)]

  let page = document.getPages().at(-1)!
  let place = placesOn(page, role, mark, check)
  if (place === null) {
    page = addPage(document, changed)
    place = placesOn(page, role, mark, check)
  }
  if (place === null) throw new CannotSign()
  changed.add(page.ref)
  if (check !== null && place.check !== null) drawOn(page, check.ref, place.check)

  const signature = document.context.nextRef()
  const widget = document.context.register(document.context.obj({
    Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText(`${role}-${fields.length + 1}`), V: signature, P: page.ref, F: 132,
    Rect: [place.mark.x, place.mark.y, place.mark.x + mark.width, place.mark.y + mark.height], AP: { N: mark.ref },
  }))
  page.node.set(PDFName.of('Annots'), document.context.obj([...(page.node.Annots()?.asArray() ?? []), widget]))
  addToForm(document, widget, changed)

  const bytes = withRevision(original, document, before, [...changed], [{ ref: signature, text: signatureDictionary(name, at) }])
  return withRanges(bytes, original.length)
}

/** Puts the signature into its room. */
export function fillIn({ bytes, ranges: [first] }: Prepared, cms: Buffer): Buffer {
  if (cms.length > ROOM) throw new CannotSign()
  const filled = Buffer.from(bytes)
  filled.write(cms.toString('hex'), first.length + 1, 'latin1')
  return filled
}

/** The form fields of the file that hold or may hold a signature. */
export function signatureFields(document: PDFDocument): PDFDict[] {
  const form = document.catalog.lookup(PDFName.of('AcroForm'))
  const top = form instanceof PDFDict ? form.lookup(PDFName.of('Fields')) : undefined
  return top instanceof PDFArray ? fieldsIn(document, top, undefined, 0) : []
}

function fieldsIn(document: PDFDocument, list: PDFArray, inherited: unknown, depth: number): PDFDict[] {
  if (depth > 8) return []
  return list.asArray().flatMap((part) => {
    const field = document.context.lookup(part)
    if (!(field instanceof PDFDict)) return []
    const kind = field.lookup(PDFName.of('FT')) ?? inherited
    const kids = field.lookup(PDFName.of('Kids'))
    if (kind === PDFName.of('Sig') && field.has(PDFName.of('T'))) return [field]
    return kids instanceof PDFArray ? fieldsIn(document, kids, kind, depth + 1) : []
  })
}

type Embedded = Size & { ref: PDFRef }

async function embedded(document: PDFDocument, pdf: Uint8Array): Promise<Embedded> {
  const [page] = await document.embedPdf(pdf)
  if (page === undefined) throw new Error('A mark is a PDF of one page')
  await page.embed()
  return { ref: page.ref, width: page.width, height: page.height }
}

type Places = { mark: Box; check: Box | null }

function placesOn(page: PDFPage, role: SigningRole, mark: Embedded, check: Embedded | null): Places | null {
  const occupied = occupiedOn(page)
  if (occupied === null) return null
  const earlier = widgets(page).at(-1) ?? null
  const box = freePlace(occupied.page, occupied.taken, sizeOf(mark), role === 'leader' ? leaderWish(occupied.page, occupied.text, mark) : sealWish(occupied.page, earlier, mark))
  if (box === null) return null
  if (check === null) return { mark: box, check: null }
  const second = freePlace(occupied.page, [...occupied.taken, box], sizeOf(check), checkWish(check))
  return second === null ? null : { mark: box, check: second }
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height })

const widgets = (page: PDFPage): Box[] => (signatureFields(page.doc).length === 0 ? [] : annotationBoxes(page))

function drawOn(page: PDFPage, ref: PDFRef, { x, y }: Box): void {
  const { context } = page.doc
  const resources = context.obj({}) as PDFDict
  for (const [key, value] of page.node.Resources()?.entries() ?? []) resources.set(key, value)
  const objects = context.obj({}) as PDFDict
  for (const [key, value] of page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.entries() ?? []) objects.set(key, value)
  objects.set(PDFName.of('MotCuaCheck'), ref)
  resources.set(PDFName.of('XObject'), objects)
  page.node.set(PDFName.of('Resources'), resources)
  const contents = page.node.get(PDFName.of('Contents'))
  const held = contents === undefined ? [] : page.node.Contents() instanceof PDFArray ? (page.node.Contents() as PDFArray).asArray() : [contents]
  // What the page left behind in the state of the pen must not move our mark.
  const [open, close] = [context.register(context.stream('q\n')), context.register(context.stream(`\nQ\nq 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} cm /Artifact BMC /MotCuaCheck Do EMC Q\n`))]
  page.node.set(PDFName.of('Contents'), context.obj([open, ...held, close]))
}

/** A4, behind the last page, for a paper that has no free place. */
function addPage(document: PDFDocument, changed: Set<PDFRef>): PDFPage {
  const page = document.addPage([595.28, 841.89])
  // The branches of the page tree above it count one page more.
  for (let branch = refAt(page.node, 'Parent'); branch !== null; branch = refAt(document.context.lookup(branch, PDFDict), 'Parent')) changed.add(branch)
  return page
}

function addToForm(document: PDFDocument, widget: PDFRef, changed: Set<PDFRef>): void {
  const held = document.catalog.lookup(PDFName.of('AcroForm'))
  const form = held instanceof PDFDict ? held : (document.context.obj({}) as PDFDict)
  const fields = form.lookup(PDFName.of('Fields'))
  form.set(PDFName.of('Fields'), document.context.obj([...(fields instanceof PDFArray ? fields.asArray() : []), widget]))
  // Signatures exist, and the file may only be added to (ISO 32000-1, table 219).
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3))
  const ref = refAt(document.catalog, 'AcroForm')
  if (ref !== null) {
    changed.add(ref)
    return
  }
  document.catalog.set(PDFName.of('AcroForm'), form)
  if (document.context.trailerInfo.Root instanceof PDFRef) changed.add(document.context.trailerInfo.Root)
}

const PLACEHOLDER = '/ByteRange [0 ********** ********** **********]'

function signatureDictionary(name: string, at: Date): string {
  return `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${PLACEHOLDER} /Contents <${'0'.repeat(ROOM * 2)}> /M (${pdfTime(at)}) /Name ${String(PDFHexString.fromText(name))} >>`
}

/** "D:20261122160000+07'00'": the clock in Việt Nam, with its zone. */
const pdfTime = (at: Date): string => `D:${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, '')}+07'00'`

function withRanges(bytes: Buffer, from: number): Prepared {
  const placeholder = bytes.indexOf(PLACEHOLDER, from, 'latin1')
  const open = bytes.indexOf('/Contents <', placeholder, 'latin1') + '/Contents '.length
  const close = open + 2 + ROOM * 2
  const range = `/ByteRange [0 ${open} ${close} ${bytes.length - close}]`.padEnd(PLACEHOLDER.length, ' ')
  bytes.write(range, placeholder, 'latin1')
  return rangesOf(bytes, open, close)
}

/** From the kept file of a two-step signature: the same ranges, found again. */
export function preparedFrom(bytes: Buffer): Prepared {
  const said = [...bytes.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].at(-1)
  if (said === undefined) throw new CannotSign()
  return rangesOf(bytes, Number(said[1]), Number(said[2]))
}

function rangesOf(bytes: Buffer, open: number, close: number): Prepared {
  const ranges = [bytes.subarray(0, open), bytes.subarray(close)] as const
  return { bytes, ranges, sha256: createHash('sha256').update(ranges[0]).update(ranges[1]).digest() }
}

import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, type PDFPage, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'
import type { Box, Size } from '../domain/place'
import { contentTokens } from './content-tokens'

/** What stands on a page. `text` is part of `taken`: lines of writing tell where a signature belongs. */
export type Occupied = { page: Size; taken: readonly Box[]; text: readonly Box[] }

/** Larger contents are drawings, not papers; they are taken as covering the page. @unit bytes */
const LARGEST_CONTENT = 24_000_000
/** The usual width of a letter, rather too wide than too narrow. @unit of the size of the face */
const LETTER = 0.62
const FORMS_IN_FORMS = 4
/** A rectangle that covers nearly everything is paper, not writing. */
const BACKGROUND = 0.85

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
const times = (a: Matrix, b: Matrix): Matrix => [a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]]

/**
 * Where a page has writing, lines and pictures, measured on the generous side. Null where the page is turned or cannot be
 * measured: then nothing may be put on it.
 */
export function occupiedOn(page: PDFPage): Occupied | null {
  const { x, y, width, height } = page.getMediaBox()
  if (page.getRotation().angle % 360 !== 0 || x !== 0 || y !== 0) return null
  const gathered: Gathered = { page: { width, height }, taken: [], text: [] }
  try {
    const contents = page.node.Contents()
    const streams = contents instanceof PDFArray ? contents.asArray().map((part) => page.doc.context.lookup(part)) : [contents]
    const text = streams.flatMap((stream) => (stream instanceof PDFStream ? [unpacked(stream)] : [])).join('\n')
    measure(text, page.node.Resources(), IDENTITY, gathered, 0)
  } catch {
    // A content that cannot be unpacked or read might stand anywhere.
    return null
  }
  for (const box of annotationBoxes(page)) gathered.taken.push(box)
  return gathered
}

/** Rectangles of forms, links, stamps and earlier signatures. */
export function annotationBoxes(page: PDFPage): Box[] {
  const annotations = page.node.Annots()
  return (annotations?.asArray() ?? []).flatMap((part) => {
    const dict = page.doc.context.lookup(part)
    const rectangle = dict instanceof PDFDict ? dict.lookup(PDFName.of('Rect')) : undefined
    if (!(rectangle instanceof PDFArray) || rectangle.size() !== 4) return []
    const { x, y, width, height } = rectangle.asRectangle()
    return width > 0 && height > 0 ? [{ x, y, width, height }] : []
  })
}

type Gathered = { page: Size; taken: Box[]; text: Box[] }

function unpacked(stream: PDFStream): string {
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const isPlainFlate = filter === PDFName.of('FlateDecode') && stream.dict.get(PDFName.of('DecodeParms')) === undefined
  if (isPlainFlate) return inflateSync(stream.getContents(), { maxOutputLength: LARGEST_CONTENT, finishFlush: 2 }).toString('latin1')
  const bytes = stream instanceof PDFRawStream && filter !== undefined ? decodePDFRawStream(stream).decode() : stream.getContents()
  if (bytes.length > LARGEST_CONTENT) throw new RangeError('too large to measure')
  return Buffer.from(bytes).toString('latin1')
}

type State = { ctm: Matrix; font: number; leading: number }

function measure(content: string, resources: PDFDict | undefined, start: Matrix, gathered: Gathered, depth: number): void {
  let state: State = { ctm: start, font: 0, leading: 0 }
  const saved: State[] = []
  let [line, cursor]: [Matrix, Matrix] = [IDENTITY, IDENTITY]
  let path: Box | null = null
  let operands: number[] = []
  let [name, letters] = ['', 0]
  const at = (index: number): number => operands[index] ?? 0
  const last6 = (): Matrix => [at(operands.length - 6), at(operands.length - 5), at(operands.length - 4), at(operands.length - 3), at(operands.length - 2), at(operands.length - 1)]
  const down = (x: number, y: number): void => void ([line, cursor] = [times([1, 0, 0, 1, x, y], line), times([1, 0, 0, 1, x, y], line)])
  const show = (): void => {
    const width = Math.max(letters / 2, letters * (isWide(resources, name) ? 0 : 1)) * state.font * LETTER
    const box = bounds(times(cursor, state.ctm), { x: 0, y: -0.25 * state.font, width, height: 1.15 * state.font })
    if (letters > 0 && box.height > 0.5) {
      gathered.taken.push(box)
      gathered.text.push(box)
    }
    cursor = times([1, 0, 0, 1, width * 0.8, 0], cursor)
  }
  const draw = (): void => {
    if (path !== null && path.width * path.height < BACKGROUND * gathered.page.width * gathered.page.height) gathered.taken.push(path)
    path = null
  }
  const point = (x: number, y: number): void => {
    const here = bounds(state.ctm, { x, y, width: 0, height: 0 })
    path = path === null ? here : union(path, here)
  }
  let font = ''
  for (const token of contentTokens(content)) {
    if (token.kind === 'number') operands.push(token.value)
    else if (token.kind === 'name') name = token.value
    else if (token.kind === 'string') letters += token.length
    if (token.kind !== 'operator') continue
    switch (token.value) {
      case 'q': saved.push(state); break
      case 'Q': state = saved.pop() ?? state; break
      case 'cm': state = { ...state, ctm: times(last6(), state.ctm) }; break
      case 'BT': [line, cursor] = [IDENTITY, IDENTITY]; break
      case 'Tf': font = name; state = { ...state, font: Math.abs(at(operands.length - 1)) }; break
      case 'TL': state = { ...state, leading: at(operands.length - 1) }; break
      case 'Tm': [line, cursor] = [last6(), last6()]; break
      case 'Td': down(at(0), at(1)); break
      case 'TD': state = { ...state, leading: -at(1) }; down(at(0), at(1)); break
      case 'T*': down(0, -state.leading); break
      case "'": case '"': down(0, -state.leading); name = font; show(); break
      case 'Tj': case 'TJ': name = font; show(); break
      case 'm': case 'l': point(at(0), at(1)); break
      case 'c': point(at(0), at(1)); point(at(2), at(3)); point(at(4), at(5)); break
      case 'v': case 'y': point(at(0), at(1)); point(at(2), at(3)); break
      case 're': point(at(0), at(1)); point(at(0) + at(2), at(1) + at(3)); break
      case 'n': path = null; break
      case 'S': case 's': case 'f': case 'F': case 'f*': case 'B': case 'B*': case 'b': case 'b*': draw(); break
      case 'sh': gathered.taken.push({ x: 0, y: 0, ...gathered.page }); break
      case 'Do': drawObject(resources, name, state.ctm, gathered, depth); break
    }
    operands = []
    letters = 0
  }
}

/** A picture, or a page inside the page. */
function drawObject(resources: PDFDict | undefined, name: string, ctm: Matrix, gathered: Gathered, depth: number): void {
  const object = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name))
  if (!(object instanceof PDFStream)) return
  if (object.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) {
    gathered.taken.push(bounds(ctm, { x: 0, y: 0, width: 1, height: 1 }))
    return
  }
  if (depth >= FORMS_IN_FORMS) throw new RangeError('forms in forms in forms')
  const matrix = object.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray().map((part) => (part instanceof PDFNumber ? part.asNumber() : part instanceof PDFRef ? Number.NaN : 0))
  const inner = object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict) ?? resources
  measure(unpacked(object), inner, times(matrix?.length === 6 ? (matrix as unknown as Matrix) : IDENTITY, ctm), gathered, depth + 1)
}

/** Faces of a whole script take two bytes for a letter. */
const isWide = (resources: PDFDict | undefined, font: string): boolean =>
  resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.lookupMaybe(PDFName.of(font), PDFDict)?.lookup(PDFName.of('Subtype')) === PDFName.of('Type0')

function bounds(matrix: Matrix, { x, y, width, height }: Box): Box {
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([a = 0, b = 0]) => [a * matrix[0] + b * matrix[2] + matrix[4], a * matrix[1] + b * matrix[3] + matrix[5]] as const)
  const [xs, ys] = [corners.map(([a]) => a), corners.map(([, b]) => b)]
  const [left, low] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: low, width: Math.max(...xs) - left, height: Math.max(...ys) - low }
}

function union(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  return { x, y, width: Math.max(one.x + one.width, other.x + other.width) - x, height: Math.max(one.y + one.height, other.y + other.height) - y }
}

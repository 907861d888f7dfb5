import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from 'pdf-lib'
import type { LaterChanges } from '../domain/signature'
import { openPdf } from './open'

/**
 * What was added behind each signature. `ends`: where the signatures of the file end, because each revision must be closed by one.
 * Whatever is not plainly a further signature counts as a change of content: doubt speaks against the file. Each revision is
 * looked at once, however many signatures lie before it.
 */
export async function laterChanges(bytes: Buffer, ends: readonly number[]): Promise<(end: number) => LaterChanges> {
  const cuts = [...new Set(ends)].filter((one) => one > 0).toSorted((a, b) => a - b)
  if (cuts.at(-1) !== bytes.length) return () => 'other'
  // From the last revision backwards: one that changes more than signatures speaks against everything before it.
  let sound = bytes.length
  for (let at = cuts.length - 1; at > 0; at -= 1) {
    if (!(await isOnlySignature(bytes.subarray(0, cuts[at - 1]), bytes.subarray(0, cuts[at])))) break
    sound = cuts[at - 1]!
  }
  return (end) => (end >= bytes.length ? 'none' : end >= sound ? 'signatures' : 'other')
}

async function isOnlySignature(shorter: Buffer, longer: Buffer): Promise<boolean> {
  // The same object twice in one revision: readers may follow one, and we another.
  if (definesTwice(longer.subarray(shorter.length).toString('latin1'))) return false
  const [before, after] = [await openPdf(shorter), await openPdf(longer)]
  if (before === null || after === null) return false
  const root = before.context.trailerInfo.Root
  if (!(root instanceof PDFRef) || root !== after.context.trailerInfo.Root || before.getPageCount() !== after.getPageCount()) return false
  const lists = allowedLists(before)
  for (const [ref, old] of before.context.enumerateIndirectObjects()) {
    const now = after.context.lookup(ref)
    if (now === undefined || !(isSame(old, now) || isAllowed(before, ref, old, now, lists))) return false
  }
  return newMarksAreSignatures(before, after)
}

const definesTwice = (text: string): boolean => {
  const numbers = [...text.matchAll(/(?:^|[\r\n])(\d{1,8}) \d{1,5} obj\b/g)].map(([, number]) => number)
  return new Set(numbers).size < numbers.length
}

/** Lists that a further signature makes longer, where they are objects of their own. */
function allowedLists(document: PDFDocument): ReadonlySet<PDFRef> {
  const found = new Set<PDFRef>()
  for (const page of document.getPages()) addRef(found, page.node.get(PDFName.of('Annots')))
  const form = document.catalog.lookup(PDFName.of('AcroForm'))
  if (form instanceof PDFDict) addRef(found, form.get(PDFName.of('Fields')))
  return found
}

const addRef = (into: Set<PDFRef>, value: PDFObject | undefined): void => {
  if (value instanceof PDFRef) into.add(value)
}

function isAllowed(document: PDFDocument, ref: PDFRef, old: PDFObject, now: PDFObject, lists: ReadonlySet<PDFRef>): boolean {
  if (lists.has(ref)) return old instanceof PDFArray && now instanceof PDFArray && isLonger(old, now)
  if (!(old instanceof PDFDict) || !(now instanceof PDFDict)) return false
  if (ref === document.context.trailerInfo.Root) return sameExcept(old, now, ['AcroForm', 'DSS', 'Extensions'])
  if (ref === document.catalog.get(PDFName.of('AcroForm'))) return sameExcept(old, now, ['Fields', 'SigFlags', 'DR', 'DA'])
  if (ref === document.context.trailerInfo.Info) return true
  if (old.get(PDFName.of('Type')) === PDFName.of('Page')) return sameExcept(old, now, ['Annots']) && isLongerAt(document, old, now, 'Annots')
  // An empty field for a signature that was then signed.
  return old.get(PDFName.of('FT')) === PDFName.of('Sig') && !old.has(PDFName.of('V')) && sameExcept(old, now, ['V', 'AP', 'M', 'F', 'Lock', 'MK'])
}

function isLongerAt(document: PDFDocument, old: PDFDict, now: PDFDict, key: string): boolean {
  const [one, other] = [old.get(PDFName.of(key)), now.get(PDFName.of(key))]
  if (one === undefined) return true
  const list = one instanceof PDFRef ? document.context.lookup(one) : one
  return list instanceof PDFArray && (other instanceof PDFArray ? isLonger(list, other) : other === one)
}

const isLonger = (old: PDFArray, now: PDFArray): boolean => old.asArray().every((part, at) => String(now.get(at)) === String(part))

const sameExcept = (old: PDFDict, now: PDFDict, keys: readonly string[]): boolean => {
  const names = new Set([...old.keys(), ...now.keys()].filter((name) => !keys.includes(name.decodeText())))
  return [...names].every((name) => isSame(old.get(name), now.get(name)))
}

const isSame = (one: PDFObject | undefined, other: PDFObject | undefined): boolean => {
  if (one === undefined || other === undefined) return one === other
  if (one.sizeInBytes() !== other.sizeInBytes()) return false
  return bytesOf(one).equals(bytesOf(other))
}

function bytesOf(object: PDFObject): Buffer {
  const bytes = Buffer.alloc(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

/** Every mark that a page got since must be the field of a signature that is there; text fields, stamps and notes change what is read. */
function newMarksAreSignatures(before: PDFDocument, after: PDFDocument): boolean {
  return after.getPages().every((page, at) => {
    const held = before.getPages()[at]?.node.Annots()?.size() ?? 0
    return (page.node.Annots()?.asArray() ?? []).slice(held).every((part) => {
      const mark = after.context.lookup(part)
      return mark instanceof PDFDict && mark.lookup(PDFName.of('FT')) === PDFName.of('Sig') && mark.lookup(PDFName.of('V')) instanceof PDFDict
    })
  })
}

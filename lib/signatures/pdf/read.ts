import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { signatureFields } from './sign'

/** A signature as the file holds it. `signed`: the bytes it speaks of, or null where its claim about them makes no sense. */
export type FoundSignature = { subFilter: string; cms: Buffer; statedTime: Date | null; signed: readonly [Buffer, Buffer] | null; end: number }

/** More signatures than any paper has; each one costs a look at the whole file. */
export const MOST_SIGNATURES = 8

export function signaturesIn(document: PDFDocument, bytes: Buffer): FoundSignature[] {
  return signatureFields(document).flatMap((field) => {
    const value = field.lookup(PDFName.of('V'))
    return value instanceof PDFDict ? [found(value, bytes)] : []
  })
}

function found(value: PDFDict, bytes: Buffer): FoundSignature {
  const contents = value.lookup(PDFName.of('Contents'))
  const hex = contents instanceof PDFHexString ? contents.asString() : ''
  const signed = signedPart(value.lookup(PDFName.of('ByteRange')), hex, bytes)
  return {
    subFilter: value.lookupMaybe(PDFName.of('SubFilter'), PDFName)?.decodeText() ?? '', cms: Buffer.from(hex.replace(/[^0-9a-fA-F]/g, ''), 'hex'),
    statedTime: pdfTime(value.lookup(PDFName.of('M'))), signed: signed?.parts ?? null, end: signed?.end ?? 0,
  }
}

/**
 * The two ranges of a signature, if they leave out nothing but the signature itself: from the first byte to "<", from ">" on, and
 * between them the very hexadecimal text that was read. Everything else is a way to smuggle unsigned bytes into a signed file.
 */
function signedPart(range: unknown, hex: string, bytes: Buffer): { parts: [Buffer, Buffer]; end: number } | null {
  if (!(range instanceof PDFArray) || range.size() !== 4) return null
  const numbers = range.asArray().map((part) => (part instanceof PDFNumber ? part.asNumber() : Number.NaN))
  const [start, first, second, length] = numbers as [number, number, number, number]
  if (!numbers.every(Number.isSafeInteger) || start !== 0 || first <= 0 || second <= first || length <= 0 || second + length > bytes.length) return null
  const gap = bytes.subarray(first, second).toString('latin1')
  if (gap !== `<${hex}>`) return null
  return { parts: [bytes.subarray(0, first), bytes.subarray(second, second + length)], end: second + length }
}

/** "D:20261122160000+07'00'" (ISO 32000-1, 7.9.4). */
function pdfTime(value: unknown): Date | null {
  const text = value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second, sign, zoneHours = '00', zoneMinutes = '00'] = match
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign === undefined ? 'Z' : `${sign}${zoneHours}:${zoneMinutes}`}`)
  return Number.isNaN(at.getTime()) ? null : at
}

import { inflateSync } from 'node:zlib'

/** The largest file that is looked at, as large as an upload may be. @unit bytes */
const LARGEST = 20 * 1024 * 1024
/** Lists of objects unpack to a few megabytes in the largest real papers. @unit bytes */
const LARGEST_UNPACKED = 32 * 1024 * 1024
/** How far before its data the dictionary of a stream may begin. @unit bytes */
const DICTIONARY = 4_096

/**
 * May this file be parsed? It is a PDF, not too large, and the parts that a parser must unpack to find its way around
 * (object streams, cross-reference streams) stay small: twenty megabytes sent by a stranger could otherwise become twenty gigabytes.
 */
export function isTame(bytes: Buffer): boolean {
  if (bytes.length > LARGEST || bytes.subarray(0, 1024).indexOf('%PDF-') === -1) return false
  let left = LARGEST_UNPACKED
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue
    const dictionary = dictionaryBefore(bytes, at)
    if (!/\/Type\s*\/(ObjStm|XRef)\b/.test(dictionary)) continue
    if (!/\/Filter\b/.test(dictionary)) continue
    // Filters upon filters multiply; no writer packs a list of objects twice.
    if (!/\/Filter\s*\/FlateDecode\b|\/Filter\s*\[\s*\/FlateDecode\s*\]/.test(dictionary)) return false
    const size = unpackedSize(bytes.subarray(dataFrom(bytes, at)), left)
    if (size === null) return false
    left -= size
  }
  return true
}

/** Names may be written with "#4f" for a letter, which would hide them from the search. */
const dictionaryBefore = (bytes: Buffer, at: number): string => {
  const text = bytes.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1')
  return text.slice(text.lastIndexOf(' obj') + 1).replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Where the data of a stream begin, after the keyword and its end of line. */
export const dataFrom = (bytes: Buffer, keyword: number): number => keyword + 6 + (bytes[keyword + 6] === 0x0d ? (bytes[keyword + 7] === 0x0a ? 2 : 1) : bytes[keyword + 6] === 0x0a ? 1 : 0)

/** Null where it would be more than is left, or is not what it says. @unit bytes */
function unpackedSize(data: Buffer, most: number): number | null {
  try {
    return inflateSync(data, { maxOutputLength: Math.max(1, most), finishFlush: 2 }).length
  } catch {
    // Broken or too large: neither can be parsed without risk.
    return null
  }
}

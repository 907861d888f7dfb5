/**
 * Just enough ASN.1 for signatures: what RFC 5652 (CMS), RFC 5035 (signing-certificate-v2) and X.509 names need.
 * Written strictly (DER), read leniently (BER with indefinite lengths too: much signing software writes it).
 */
export type Node = {
  tag: number
  /** The bytes of the value, without tag and length. */
  body: Buffer
  /** The whole element as it stands in the source. */
  raw: Buffer
  children: readonly Node[]
}

export class NotAsn1 extends Error {}

/** Real signatures nest about a dozen deep; what nests deeper was made to hurt. */
const DEEPEST = 40
const CONSTRUCTED = 0x20

/** The first element of `bytes`; what follows it (padding) is left alone. Throws NotAsn1. */
export const readDer = (bytes: Buffer): Node => readAt(bytes, 0, 0).node

function readAt(bytes: Buffer, start: number, depth: number): { node: Node; end: number } {
  if (depth > DEEPEST) throw new NotAsn1('nested too deeply')
  const tag = byteAt(bytes, start)
  if ((tag & 0x1f) === 0x1f) throw new NotAsn1('long tags are not used here')
  const first = byteAt(bytes, start + 1)
  if (first === 0x80) return readIndefinite(bytes, start, tag, depth)
  const width = first < 0x80 ? 0 : first & 0x7f
  if (width > 4) throw new NotAsn1('longer than any file')
  let length = width === 0 ? first : 0
  for (let at = 0; at < width; at += 1) length = length * 256 + byteAt(bytes, start + 2 + at)
  const from = start + 2 + width
  const end = from + length
  if (end > bytes.length) throw new NotAsn1('cut off')
  const body = bytes.subarray(from, end)
  return { node: { tag, body, raw: bytes.subarray(start, end), children: (tag & CONSTRUCTED) === 0 ? [] : readAll(body, depth + 1) }, end }
}

function readAll(body: Buffer, depth: number): Node[] {
  const children: Node[] = []
  for (let at = 0; at < body.length; ) {
    const { node, end } = readAt(body, at, depth)
    children.push(node)
    at = end
  }
  return children
}

function readIndefinite(bytes: Buffer, start: number, tag: number, depth: number): { node: Node; end: number } {
  if ((tag & CONSTRUCTED) === 0) throw new NotAsn1('only a constructed value may have no length')
  const children: Node[] = []
  let at = start + 2
  while (byteAt(bytes, at) !== 0 || byteAt(bytes, at + 1) !== 0) {
    const { node, end } = readAt(bytes, at, depth + 1)
    children.push(node)
    at = end
  }
  return { node: { tag, body: bytes.subarray(start + 2, at), raw: bytes.subarray(start, at + 2), children }, end: at + 2 }
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new NotAsn1('cut off')
  return byte
}

/** The child at that place. Throws NotAsn1 where there is none. */
export function child(node: Node | undefined, at: number): Node {
  const found = node?.children[at]
  if (found === undefined) throw new NotAsn1('something is missing')
  return found
}

/** "1.2.840.113549.1.7.2" */
export function oidOf(node: Node): string {
  if (node.tag !== 0x06 || node.body.length === 0) throw new NotAsn1('not an object identifier')
  const parts: number[] = []
  let value = 0
  for (const byte of node.body) {
    value = value * 128 + (byte & 0x7f)
    if ((byte & 0x80) !== 0) continue
    parts.push(value)
    value = 0
  }
  const [head = 0, ...rest] = parts
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...rest].join('.')
}

/** UTCTime (years 1950 to 2049) or GeneralizedTime, both in UTC as DER has them; null for anything else. */
export function timeOf(node: Node): Date | null {
  const text = node.body.toString('latin1')
  const match = node.tag === 0x17 ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) : node.tag === 0x18 ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(text) : null
  if (match === null) return null
  const [, year = '', month, day, hour, minute, second] = match
  const full = year.length === 4 ? year : String(Number(year) < 50 ? 2000 + Number(year) : 1900 + Number(year))
  const at = new Date(`${full}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** Text of a name or label, whichever string type it has. */
export function textOf(node: Node): string {
  if (node.tag === 0x1e) return Buffer.from(node.body).swap16().toString('utf16le')
  return node.body.toString(node.tag === 0x14 || node.tag === 0x16 ? 'latin1' : 'utf8')
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

/** One element. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthBytes(body.length), body])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
export const octets = (bytes: Uint8Array): Buffer => der(0x04, bytes)
export const nothing = (): Buffer => der(0x05)
export const smallInteger = (value: number): Buffer => der(0x02, Buffer.from([value]))

/** DER asks that the members of a set stand in the order of their encodings. */
export const setOf = (...parts: readonly Buffer[]): Buffer => der(0x31, ...parts.toSorted(Buffer.compare))

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f]
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return der(0x06, Buffer.from(bytes))
}

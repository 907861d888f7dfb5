import { type PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib'

/** An object that pdf-lib does not write for us: the signature dictionary, whose bytes must have known places. */
export type RawObject = { ref: PDFRef; text: string }

/** Which objects a document had before something was added to it. */
export type Before = { largest: number; size: number; startxref: number; isStream: boolean }

/** Throws where the file has no way in; a file that was just parsed has one. */
export function stateOf(document: PDFDocument, bytes: Buffer): Before {
  const tail = bytes.subarray(Math.max(0, bytes.length - 2_048)).toString('latin1')
  const startxref = Number(/startxref\s+(\d+)\s*(?![\s\S]*startxref)/.exec(tail)?.[1] ?? Number.NaN)
  if (!Number.isInteger(startxref) || startxref >= bytes.length) throw new Error('A PDF without a cross-reference cannot be added to')
  const size = Math.max(0, ...[...bytes.toString('latin1').matchAll(/\/Size\s+(\d{1,8})\b/g)].map(([, text]) => Number(text)))
  // Numbers that were free, or that only a damaged part of the file uses, are not given again.
  document.context.largestObjectNumber = Math.max(document.context.largestObjectNumber, size - 1)
  return { largest: document.context.largestObjectNumber, size, startxref, isStream: bytes.subarray(startxref, startxref + 4).toString('latin1') !== 'xref' }
}

/**
 * The file with one more revision behind it: new objects, and old ones that changed. What stood before stays byte for byte, so
 * that signatures over it hold, faces stay embedded and the original can be had again by cutting. The cross-reference is of the
 * same kind as the last one (ISO 32000-1, 7.5.6 and 7.5.8.4).
 */
export function withRevision(bytes: Buffer, document: PDFDocument, before: Before, changed: readonly PDFRef[], raw: readonly RawObject[]): Buffer {
  const objects = new Map<number, { generation: number; body: Buffer }>()
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (ref.objectNumber <= before.largest && !changed.includes(ref)) continue
    const body = Buffer.alloc(object.sizeInBytes())
    object.copyBytesInto(body, 0)
    objects.set(ref.objectNumber, { generation: ref.generationNumber, body })
  }
  for (const { ref, text } of raw) objects.set(ref.objectNumber, { generation: 0, body: Buffer.from(text, 'latin1') })

  const parts: Buffer[] = [bytes, Buffer.from('\n')]
  let at = bytes.length + 1
  const entries: Entry[] = []
  for (const [number, { generation, body }] of [...objects].toSorted(([a], [b]) => a - b)) {
    const part = Buffer.concat([Buffer.from(`${number} ${generation} obj\n`), body, Buffer.from('\nendobj\n')])
    entries.push({ number, generation, at })
    parts.push(part)
    at += part.length
  }
  const size = Math.max(before.size, document.context.largestObjectNumber + 1, ...entries.map(({ number }) => number + 1))
  parts.push(before.isStream ? referenceStream(document, before, entries, at, size) : referenceTable(document, before, entries, at, size))
  return Buffer.concat(parts)
}

type Entry = { number: number; generation: number; at: number }

/** Entries in runs of consecutive numbers. */
function runs(entries: readonly Entry[]): Entry[][] {
  const found: Entry[][] = []
  for (const entry of entries) {
    const last = found.at(-1)
    if (last !== undefined && last.at(-1)!.number + 1 === entry.number) last.push(entry)
    else found.push([entry])
  }
  return found
}

const trailerKeys = (document: PDFDocument, before: Before, size: number): string => {
  const { Root, Info, ID } = document.context.trailerInfo
  return [`/Size ${size}`, `/Root ${String(Root)}`, Info === undefined ? '' : `/Info ${String(Info)}`, ID === undefined ? '' : `/ID ${String(ID)}`, `/Prev ${before.startxref}`].filter((key) => key !== '').join(' ')
}

function referenceTable(document: PDFDocument, before: Before, entries: readonly Entry[], at: number, size: number): Buffer {
  const lines = runs(entries).map((run) => `${run[0]!.number} ${run.length}\n${run.map((entry) => `${String(entry.at).padStart(10, '0')} ${String(entry.generation).padStart(5, '0')} n \n`).join('')}`)
  return Buffer.from(`xref\n${lines.join('')}trailer\n<< ${trailerKeys(document, before, size)} >>\nstartxref\n${at}\n%%EOF\n`, 'latin1')
}

function referenceStream(document: PDFDocument, before: Before, entries: readonly Entry[], at: number, size: number): Buffer {
  const all = [...entries, { number: size, generation: 0, at }]
  const data = Buffer.concat(all.map((entry) => {
    const row = Buffer.alloc(7)
    row.writeUInt8(1, 0)
    row.writeUInt32BE(entry.at, 1)
    row.writeUInt16BE(entry.generation, 5)
    return row
  }))
  const index = runs(all).map((run) => `${run[0]!.number} ${run.length}`).join(' ')
  const head = `${size} 0 obj\n<< /Type /XRef ${trailerKeys(document, before, size + 1)} /W [1 4 2] /Index [${index}] /Length ${data.length} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`, 'latin1')])
}

/** The reference under which a dictionary holds a value, if it holds it indirectly. */
export const refAt = (dict: PDFDict, key: string): PDFRef | null => {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFRef ? value : null
}

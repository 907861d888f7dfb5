import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQR from 'jsqr'

/** Looks at a PDF with other people's eyes: poppler-utils (pdfinfo, pdffonts, pdftotext, pdftoppm) and a QR reader. */

function withFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    writeFileSync(join(folder, 'paper.pdf'), bytes)
    return use(join(folder, 'paper.pdf'), folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** poppler complains about a flag of tagged files that it reads wrongly; its complaints are not ours. */
const run = (tool: string, args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 })

/** All text in reading order, one space between words. */
export const textOf = (bytes: Uint8Array): string => rawTextOf(bytes).replace(/\s+/g, ' ').trim()
export const rawTextOf = (bytes: Uint8Array): string => withFile(bytes, (file) => run('pdftotext', ['-raw', file, '-']))

/** Text of one page, numbered from 1. */
export const pageText = (bytes: Uint8Array, page: number): string =>
  withFile(bytes, (file) => run('pdftotext', ['-raw', '-f', `${page}`, '-l', `${page}`, file, '-']).replace(/\s+/g, ' ').trim())

/** @unit width, height: mm */
export function infoOf(bytes: Uint8Array): { pages: number; width: number; height: number; created: string; title: string } {
  const text = withFile(bytes, (file) => run('pdfinfo', ['-isodates', file]))
  const field = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(text)?.[1] ?? ''
  const [width, , height] = field('Page size').split(' ')
  const mm = (points: string | undefined) => (Number(points) / 72) * 25.4
  return { pages: Number(field('Pages')), width: mm(width), height: mm(height), created: field('CreationDate'), title: field('Title') }
}

export function fontsOf(bytes: Uint8Array): { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] {
  const rows = withFile(bytes, (file) => run('pdffonts', [file])).split('\n').slice(2).filter((row) => row !== '')
  return rows.map((row) => {
    const [embedded, subset, unicode] = row.trim().split(/\s+/).slice(-5)
    return { name: row.split(/\s+/)[0] ?? '', embedded: embedded === 'yes', subset: subset === 'yes', unicode: unicode === 'yes' }
  })
}

/** Every word with its box. @unit mm from the left and top edge */
export function wordBoxes(bytes: Uint8Array): { word: string; left: number; right: number; top: number; bottom: number }[] {
  const html = withFile(bytes, (file) => run('pdftotext', ['-bbox', file, '-']))
  const mm = (points: string | undefined) => (Number(points) / 72) * 25.4
  return [...html.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(([, left, top, right, bottom, word]) => ({
    word: word ?? '',
    left: mm(left),
    right: mm(right),
    top: mm(top),
    bottom: mm(bottom),
  }))
}

const PRINTER = 203

/** The QR code on a page as a thermal printer of 203 dpi would print it; null where none can be read. @unit width: mm */
export function qrOf(bytes: Uint8Array, page = 1): { text: string; width: number } | null {
  const image = withFile(bytes, (file, folder) => {
    run('pdftoppm', ['-r', `${PRINTER}`, '-gray', '-f', `${page}`, '-l', `${page}`, '-singlefile', file, join(folder, 'page')])
    return readFileSync(join(folder, 'page.pgm'))
  })
  const [head, width = '', height = ''] = /^P5\s(\d+)\s(\d+)\s\d+\s/.exec(image.subarray(0, 40).toString('latin1')) ?? ['']
  const gray = image.subarray(head.length)
  const rgba = new Uint8ClampedArray(gray.length * 4)
  gray.forEach((value, index) => rgba.fill(value, index * 4, index * 4 + 3).fill(255, index * 4 + 3, index * 4 + 4))
  const code = jsQR(rgba, Number(width), Number(height))
  if (code === null) return null
  const { topLeftCorner: a, topRightCorner: b } = code.location
  return { text: code.data, width: (Math.hypot(b.x - a.x, b.y - a.y) / PRINTER) * 25.4 }
}

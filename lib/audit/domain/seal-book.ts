import { addDays, type LocalDate } from '@/lib/kernel/local-date'
import type { Head, Seal } from './chain'

/** A line of the book: the head that ended a day, when it was written down, and a signature over it and all lines before. */
export type SealLine = Seal & { number: number; sealedAt: Date; signature: string }

/** What a signature covers: the line before, so that none can be taken out, and the commune, so that none can be moved over. */
export const sealedWords = (communeId: string, { number, on, seq, hash, sealedAt }: Omit<SealLine, 'signature'>, before: string): string =>
  [before, communeId, number, on, seq, hash, sealedAt.toISOString()].join('|')

/** "1 2026-11-22 000123 ab12… 2026-11-22T16:55:00.000Z 9f…": one line for eyes and printers. */
export const sealLineText = ({ number, on, seq, hash, sealedAt, signature }: SealLine): string =>
  [number, on, String(seq).padStart(6, '0'), hash === '' ? '-' : hash, sealedAt.toISOString(), signature].join(' ')

/** The first line that is not ours: changed, out of its place, or written by someone without the key. */
export function firstForgedLine(communeId: string, lines: readonly SealLine[], sign: (words: string) => string): number | null {
  let before = ''
  for (const [index, line] of lines.entries()) {
    if (line.number !== index + 1 || line.signature !== sign(sealedWords(communeId, line, before))) return index + 1
    before = line.signature
  }
  return null
}

/** Days without a line between the first one and yesterday: on these nobody wrote the head down. */
export function missingDays(lines: readonly SealLine[], today: LocalDate): LocalDate[] {
  const sealed = new Set(lines.map(({ on }) => on))
  const missing: LocalDate[] = []
  for (let day = lines[0]?.on ?? today; day < today; day = addDays(day, 1)) if (!sealed.has(day)) missing.push(day)
  return missing
}

/** What the next line says, and nothing of it signed yet. An empty chain is worth a line too: it tells that there was nothing. */
export const nextSeal = (lines: readonly SealLine[], head: Head | null, on: LocalDate, sealedAt: Date): Omit<SealLine, 'signature'> => ({
  number: lines.length + 1, on, seq: head?.seq ?? 0, hash: head?.hash ?? '', sealedAt,
})

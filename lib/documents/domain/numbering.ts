import type { PaperForm } from './official-paper'

/** Where the numbers of a kind of paper come from: an own series without gaps, the records clerk's hand, or the document system. */
export const numberingModes = ['series', 'typed', 'document-system'] as const
export type NumberingMode = (typeof numberingModes)[number]
export type GivenNumbering = Exclude<NumberingMode, 'series'>

/** How one paper came by its number; `waiting`: issued, its number is still to come, and until then nobody has its bytes. */
export type Numbering = NumberingMode | 'waiting'

/** Handed over while somebody waits at the counter, or a book: these always take the next number of their own series. */
const alwaysSeries: readonly PaperForm[] = ['receipt-slip', 'control-sheet', 'dossier-register']

export const mayBeNumberedElsewhere = (form: PaperForm): boolean => !alwaysSeries.includes(form)

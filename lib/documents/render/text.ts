/**
 * What all four faces of Tinos can draw: Latin with every Vietnamese letter, Greek, Cyrillic, common signs.
 * A letter outside would either leave the face in the middle of a word or be refused by PDF/A.
 */
const NOT_DRAWABLE =
  /[^\u0020-\u007e\u00a0-\u0377\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u052f\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u20a0-\u20be\u2100-\u214f\u2153\u2154\u215b-\u215e\u2190-\u2195\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25a0\u25a1]/gu

/**
 * The one gate through which text enters a paper: composed (NFC), on one line, read in the order it is written
 * (no bidirectional overrides, nothing of zero width). A character without a glyph prints as an empty box, never as nothing.
 */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu, '')
    .replace(NOT_DRAWABLE, '\u25a1')
    .replace(/ {2,}/g, ' ')
    .replace(/^ | $/g, '')

export type View = string | number | boolean | null | readonly View[] | { readonly [key: string]: View }

/** Sends every string of a view through `printable`, so that no template has to think of it. */
export function printableView(view: View): View {
  if (typeof view === 'string') return printable(view)
  if (Array.isArray(view)) return view.map(printableView)
  if (typeof view === 'object' && view !== null) return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, printableView(value)]))
  return view
}

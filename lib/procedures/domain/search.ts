import { fold } from '@/lib/kernel/fold'
import { editDistance, heardForms, typedForms } from '@/lib/procedures/domain/typing'

/** What the search knows of a procedure. */
export type SearchEntry = {
  code: string
  /** the name people know */
  plainName: string
  /** the official name */
  name: string
  fieldName: string
  /** words of the street, short forms */
  keywords: readonly string[]
  /** 0–100: decides between equals */
  popularity: number
}

/** How well it was found; "close" means: with spelling mended, say so. */
export type SearchMatch = 'code' | 'exact' | 'prefix' | 'words' | 'close'
export type SearchHit = { code: string; match: SearchMatch; score: number }

type Phrase = { text: string; padded: string; accented: string; words: number[]; initials: string; compact: string; weight: number }
type Indexed = { code: string; digits: string; popularity: number; phrases: Phrase[]; all: number[] }

/** Built once for a catalogue, asked on every key. Opaque to callers. */
export type SearchIndex = { entries: Indexed[]; vocabulary: string[]; masks: Int32Array; weights: Float64Array }

/** Words that say little about which procedure is meant. They help to tell equals apart, no more. */
const FILLERS = new Set(
  'toi muon can xin lam cho cua o dau nhu the nao hoi ve mot cai di de va thu tuc giai quyet viec giup minh em anh chi'.split(' '),
)

/** Folded, and with y read as i: "ký" and "kí" are one word to whoever types in a hurry. */
const searchKey = (text: string): string => fold(text).replace(/y/g, 'i')

/** As typed, marks and all: tells "nhà" from "nhận" where someone took the trouble. */
const accentedKey = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

export function buildSearchIndex(catalogue: readonly SearchEntry[]): SearchIndex {
  const ids = new Map<string, number>()
  const idOf = (word: string): number => ids.get(word) ?? ids.set(word, ids.size).size - 1
  const entries = catalogue.map(({ code, plainName, name, fieldName, keywords, popularity }): Indexed => {
    const phrases = [...new Map([plainName, name, ...keywords].map((text) => [searchKey(text), phraseOf(text, idOf)])).values()]
    const all = [...new Set([...phrases.flatMap(({ words }) => words), ...searchKey(fieldName).split(' ').map(idOf)])]
    return { code, digits: code.replace(/\D/g, ''), popularity, phrases, all }
  })
  const vocabulary = [...ids.keys()]
  const seenIn = new Float64Array(vocabulary.length)
  for (const { all } of entries) for (const word of all) seenIn[word] = (seenIn[word] ?? 0) + 1
  const weights = seenIn.map((count, word) => (FILLERS.has(vocabulary[word] ?? '') ? 0.1 : Math.log(1 + entries.length / count)))
  for (const { phrases } of entries) for (const phrase of phrases) phrase.weight = phrase.words.reduce((sum, word) => sum + (weights[word] ?? 0), 0)
  return { entries, vocabulary, masks: Int32Array.from(vocabulary, letterMask), weights }
}

function phraseOf(original: string, idOf: (word: string) => number): Phrase {
  const text = searchKey(original)
  const words = text.split(' ')
  const initials = words.map((word) => word[0]).join('')
  return { text, padded: ` ${text} `, accented: accentedKey(original), words: words.map(idOf), initials, compact: words.join(''), weight: 0 }
}

/**
 * Procedures for what was typed, the best first: with or without marks, composed or not, with slips of the finger,
 * what a Telex or VNI keyboard left over, short forms, words of the street, or the code.
 */
export function searchProcedures(index: SearchIndex, query: string, limit = 20): SearchHit[] {
  const asked = askedOf(index, query.slice(0, 200))
  if (asked.text === '') return []
  const digits = query.replace(/[\s.]/g, '')
  if (/^\d+$/.test(digits)) return byCode(index, digits).slice(0, limit)
  const hits = index.entries.map((entry) => hitOf(index, entry, asked)).filter((hit) => hit !== null)
  const least = WORTH_SHOWING * hits.reduce((best, { score }) => Math.max(best, score), 0)
  return hits
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || b.popularity - a.popularity || a.words - b.words || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map(({ code, match, score }) => ({ code, match, score }))
}

/** Hits far behind the best one are noise. */
const WORTH_SHOWING = 0.5

/** The whole code, its beginning, its beginning without the first figure, or at least three figures out of it. */
function codeScore(code: string, digits: string): number {
  if (code === digits) return 1000
  if (code.startsWith(digits)) return 900
  if (digits.length < 3) return 0
  return code.startsWith(digits, 1) ? 800 : code.includes(digits, 1) ? 700 : 0
}

function byCode({ entries }: SearchIndex, digits: string): SearchHit[] {
  return entries
    .map((entry) => ({ entry, score: codeScore(entry.digits, digits) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.entry.popularity - a.entry.popularity)
    .map(({ entry, score }) => ({ code: entry.code, match: 'code', score }))
}

/** One typed word: how alike each word of the vocabulary is (0: not at all), and how much the word weighs. */
type AskedWord = { likeness: Float64Array; weight: number }
type Asked = {
  text: string
  /** with each word that nobody knows taken for the likeliest one; as `text` where all are known */
  mended: string
  accented: string
  compact: string
  /** short forms have no vowels: "kh" means "kết hôn" before it means the beginning of "khai" */
  isConsonants: boolean
  words: AskedWord[]
  /** 1 for each word of the vocabulary that any typed word is like */
  touched: Uint8Array
}

function askedOf(index: SearchIndex, query: string): Asked {
  const raw = fold(query).split(' ')
  const touched = new Uint8Array(index.vocabulary.length)
  const words = raw.map((word) => askedWord(index, formsOf(word), touched))
  const text = raw.join(' ').replace(/y/g, 'i')
  const mended = words.map(({ likeness }, at) => likeliest(index, likeness) ?? raw[at]?.replace(/y/g, 'i')).join(' ')
  const isConsonants = raw.length === 1 && !/[aeiouy]/.test(raw[0] ?? '')
  const accented = accentedKey(query)
  return { text, mended, accented: /\P{ASCII}/u.test(accented) ? accented : '', compact: text.replaceAll(' ', ''), isConsonants, words, touched }
}

/** The word as typed, then what it may have been meant to be. */
const formsOf = (word: string): string[] => [...new Set([word, ...typedForms(word), ...heardForms(word)].map((form) => form.replace(/y/g, 'i')))]

function askedWord({ vocabulary, masks, weights }: SearchIndex, forms: string[], touched: Uint8Array): AskedWord {
  const likeness = new Float64Array(vocabulary.length)
  let weight = 0
  for (const [rank, form] of forms.entries()) {
    const mask = letterMask(form)
    const slips = slipsAllowed(form)
    for (let word = 0; word < vocabulary.length; word++) {
      const known = vocabulary[word] ?? ''
      let alike = known === form ? 1 : known.startsWith(form) ? 0.85 : 0
      if (alike === 0 && slips > 0 && Math.abs(known.length - form.length) <= slips && bitsOf(mask ^ (masks[word] ?? 0)) <= 2 * slips) {
        const distance = editDistance(form, known, slips)
        if (distance <= slips) alike = distance === 1 ? 0.6 : 0.4
      }
      if (rank > 0) alike *= 0.95 // what a keyboard left over, or an ear, is a guess
      if (alike <= (likeness[word] ?? 0)) continue
      likeness[word] = alike
      touched[word] = 1
      weight = Math.max(weight, (weights[word] ?? 0) * (alike >= 0.8 ? 1 : 0.8))
    }
  }
  if (forms.some((form) => FILLERS.has(form))) return { likeness, weight: 0.1 }
  return { likeness, weight: weight === 0 ? UNKNOWN_WORD : weight }
}

/** A word that nothing is like still says something: that the entry is not quite what was meant. */
const UNKNOWN_WORD = 3

/** The word most alike; among equals the one that more procedures use. */
function likeliest({ vocabulary, weights }: SearchIndex, likeness: Float64Array): string | undefined {
  let best = -1
  for (let word = 0; word < likeness.length; word++) {
    const alike = likeness[word] ?? 0
    if (alike === 0) continue
    const lead = alike - (likeness[best] ?? 0)
    if (lead > 0 || (lead === 0 && (weights[word] ?? 0) < (weights[best] ?? 0))) best = word
  }
  return vocabulary[best]
}

/** A short word has no room for slips: "ho" is as near to "hô" as to anything. */
const slipsAllowed = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2)

type Found = { score: number; match: SearchMatch }
type Ranked = SearchHit & { popularity: number; words: number }

/** Below this share of the typed words an entry is not an answer. */
const LEAST_COVERAGE = 0.55

function hitOf(index: SearchIndex, entry: Indexed, asked: Asked): Ranked | null {
  let best: (Found & { words: number }) | null = null
  for (const phrase of entry.phrases) {
    const found = phraseHit(index, phrase, asked)
    if (found !== null && (best === null || found.score > best.score)) best = { ...found, words: phrase.words.length }
  }
  const { share, quality } = coverageOf(asked, entry.all)
  if (share >= LEAST_COVERAGE && (best === null || best.score < 300 * quality)) {
    best = { score: 300 * quality, match: quality > 0.8 ? 'words' : 'close', words: entry.all.length }
  }
  return best === null ? null : { code: entry.code, popularity: entry.popularity, ...best }
}

function phraseHit({ weights }: SearchIndex, phrase: Phrase, asked: Asked): Found | null {
  const whole = wholePhrase(phrase, asked.text, asked)
  if (whole !== null) return asked.accented !== '' && phrase.accented.includes(asked.accented) ? { ...whole, score: whole.score + 50 } : whole
  if (!phrase.words.some((word) => asked.touched[word] === 1)) return shortForm(phrase, asked)
  const mended = asked.mended === asked.text ? null : wholePhrase(phrase, asked.mended, asked)
  if (mended !== null) return { score: mended.score * 0.88, match: 'close' }
  const { share, quality, said } = coverageOf(asked, phrase.words, weights)
  if (share < LEAST_COVERAGE) return shortForm(phrase, asked)
  return { score: 350 * quality * (1 + (phrase.weight === 0 ? 1 : said / phrase.weight)), match: quality > 0.8 ? 'words' : 'close' }
}

/** The phrase itself, its beginning, its initials, or whole words out of its middle. */
function wholePhrase(phrase: Phrase, text: string, { compact, isConsonants }: Asked): Found | null {
  if (isConsonants && compact.length > 1 && phrase.initials === compact && phrase.text !== text) return { score: 960, match: 'exact' }
  if (!phrase.text.includes(text)) return null
  if (phrase.text === text) return { score: 1000, match: 'exact' }
  if (phrase.padded.startsWith(` ${text} `)) return { score: 920, match: 'prefix' }
  if (phrase.text.startsWith(text)) return { score: 900, match: 'prefix' }
  return phrase.padded.includes(` ${text} `) ? { score: 870, match: 'words' } : null
}

/** Typed without blanks ("khaisinh"), or by initials ("dkks"). */
function shortForm(phrase: Phrase, asked: Asked): Found | null {
  const { compact, isConsonants } = asked
  if (compact.length > 4 && phrase.compact.startsWith(compact)) return { score: phrase.compact === compact ? 980 : 800, match: 'prefix' }
  if (compact.length > 1 && phrase.initials === compact) return { score: 860, match: 'exact' }
  if (compact.length > 1 && isConsonants && phrase.initials.startsWith(compact)) return { score: 780, match: 'prefix' }
  const near = asked.words.length === 1 && compact.length > 6 && Math.abs(compact.length - phrase.compact.length) <= 2
  return near && editDistance(compact, phrase.compact, 2) <= 2 ? { score: 640, match: 'close' } : null
}

const NO_WEIGHTS = new Float64Array()

/**
 * How much of what was typed is found among some words, by weight; `quality` counts a mended word for less,
 * `said` is the weight of the words that were found.
 */
function coverageOf({ words, touched }: Asked, among: readonly number[], weights: Float64Array = NO_WEIGHTS) {
  let asked = 0
  let found = 0
  let share = 0
  for (const { likeness, weight } of words) {
    let best = 0
    for (const word of among) best = Math.max(best, likeness[word] ?? 0)
    asked += weight
    found += weight * best
    if (best > 0) share += weight
  }
  let said = 0
  for (const word of among) if (touched[word] === 1) said += weights[word] ?? 0
  return { share: share / asked, quality: found / asked, said }
}

/** Which letters a word has: two words that differ by n slips differ in at most 2n of these bits. */
function letterMask(word: string): number {
  let mask = 0
  for (const letter of word) mask |= 1 << letter.charCodeAt(0) % 31
  return mask
}

function bitsOf(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

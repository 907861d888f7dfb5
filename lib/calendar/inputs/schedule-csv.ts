import { shortDay } from '@/lib/kernel/format'
import { fold } from '@/lib/kernel/fold'
import { parseLocalDate, type LocalDate } from '@/lib/kernel/local-date'
import { sessionWord } from '../domain/explanation-words'
import type { ScheduleLine } from '../domain/schedule-list'
import { SESSION_NAMES, type CalendarEntry, type EntryKind, type SessionName } from '../domain/working-calendar'
import { entryLabel, importSentence, layerLabel } from '../wording'
import type { ReadSchedule, RowProblem, ScheduleRow } from './schedule-rows'

/** The columns, as the head of the file names them; they may stand in any order, the last five may be missing. */
const COLUMNS = ['Loại', 'Từ ngày', 'Đến ngày', 'Tên', 'Ngày đổi', 'Buổi', 'Dự kiến', 'Nguồn', 'Cấp'] as const
type Column = (typeof COLUMNS)[number]
const NEEDED: readonly Column[] = ['Loại', 'Từ ngày', 'Tên']

const kinds = new Map(Object.entries(entryLabel).flatMap(([kind, label]) => [[fold(label), kind], [fold(kind), kind]] as [string, EntryKind][]))

/** The schedule as a table that spreadsheets open: UTF-8 with a mark, fields guarded against being read as formulas. */
export function writeCsv(lines: readonly ScheduleLine[]): string {
  const rows = lines.map(({ from, to, entry }) => [
    entryLabel[entry.kind], shortDay(from), shortDay(to), entry.name, otherDayOf(entry), closedOf(entry), entry.provisional === true ? 'có' : '', entry.source, layerLabel[entry.layer],
  ])
  return `\uFEFF${[[...COLUMNS], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

const otherDayOf = (entry: CalendarEntry): string => {
  switch (entry.kind) {
    case 'substitute': return shortDay(entry.insteadOf)
    case 'swap-off': return shortDay(entry.madeUpOn)
    case 'make-up': return shortDay(entry.replaces)
    default: return ''
  }
}

const closedOf = (entry: CalendarEntry): string =>
  entry.kind === 'closure' && entry.closed !== 'whole-day' ? entry.closed.map((name) => sessionWord[name]).join(', ') : ''

/** A spreadsheet runs what begins like this, full-width forms included; what is guarded already is guarded once more. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Reads such a table, also with semicolons or tabs between its columns; every row that cannot be read says where it stands and why. */
export function readCsv(text: string): ReadSchedule {
  const [head, ...records] = recordsOf(text.replace(/^\uFEFF/, ''))
  if (head === undefined) return { rows: [], problems: [{ line: 1, sentence: importSentence.empty }] }
  const names = head.cells.map((name) => COLUMNS.find((column) => fold(column) === fold(name)))
  const missing = NEEDED.filter((column) => !names.includes(column))
  if (missing.length > 0) return { rows: [], problems: [{ line: head.line, sentence: importSentence.columns(missing) }] }
  const read = records
    .filter(({ cells }) => cells.some((each) => each !== ''))
    .map(({ line, cells }) => rowOf(line, (column) => cells[names.indexOf(column)] ?? ''))
  const rows = read.filter((each): each is ScheduleRow => 'kind' in each)
  const problems = read.filter((each): each is RowProblem => 'sentence' in each)
  return rows.length + problems.length === 0 ? { rows, problems: [{ line: head.line, sentence: importSentence.empty }] } : { rows, problems }
}

function rowOf(line: number, cellOf: (column: Column) => string): ScheduleRow | RowProblem {
  const problem = (sentence: string): RowProblem => ({ line, sentence })
  const kind = kinds.get(fold(cellOf('Loại')))
  if (kind === undefined) return problem(importSentence.kind(cellOf('Loại')))
  const from = dayOf(cellOf('Từ ngày'))
  if (from === null) return problem(importSentence.day('Từ ngày', cellOf('Từ ngày')))
  const to = cellOf('Đến ngày') === '' ? from : dayOf(cellOf('Đến ngày'))
  if (to === null) return problem(importSentence.day('Đến ngày', cellOf('Đến ngày')))
  const other = cellOf('Ngày đổi') === '' ? null : dayOf(cellOf('Ngày đổi'))
  if (other === null && cellOf('Ngày đổi') !== '') return problem(importSentence.day('Ngày đổi', cellOf('Ngày đổi')))
  const closed = sessionsOf(cellOf('Buổi'))
  if (closed === null) return problem(importSentence.sessions(cellOf('Buổi')))
  return { line, kind, from, to, name: cellOf('Tên'), other, closed, provisional: isYes(cellOf('Dự kiến')), source: cellOf('Nguồn') || null }
}

/** "05/02/2027", "5-2-2027" or "2027-02-05". */
export function dayOf(text: string): LocalDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  return parseLocalDate(match === null ? text : `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}`)
}

/** Blank is the whole day. */
export function sessionsOf(text: string): 'whole-day' | SessionName[] | null {
  const words = fold(text).replaceAll('buoi', '').split(/[ ,;+]+/).filter((word) => word !== '')
  if (words.length === 0 || fold(text) === 'ca ngay') return 'whole-day'
  const names = words.map((word) => SESSION_NAMES.find((name) => fold(sessionWord[name]) === word || name === word))
  return names.every((name) => name !== undefined) ? SESSION_NAMES.filter((name) => names.includes(name)) : null
}

const isYes = (text: string): boolean => ['co', 'x', 'yes', 'true', '1', 'du kien'].includes(fold(text))

type CsvRecord = { line: number; cells: string[] }

/** RFC 4180, told by line: a quoted field may run over several. */
function recordsOf(text: string): CsvRecord[] {
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  let [line, at] = [1, 0]
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] }
    let end = false
    while (!end) {
      const field = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
      line += field.lines
      record.cells.push(unguarded(field.value.trim()))
      at = field.at
      end = text[at] !== separator
      if (!end) at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    line += 1
    records.push(record)
  }
  return records
}

/** The one that the head of the file uses most. */
const separatorOf = (text: string): string => {
  const [head = ''] = text.split('\n')
  return [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0]!
}

type Field = { value: string; at: number; lines: number }

function plain(text: string, from: number, separator: string): Field {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { value: text.slice(from, at), at, lines: 0 }
}

function quoted(text: string, from: number): Field {
  const pattern = /"(?:[^"]|"")*("|$)/y
  pattern.lastIndex = from
  const whole = pattern.exec(text)![0]
  const value = whole.replace(/^"|"$/g, '').replaceAll('""', '"')
  return { value, at: from + whole.length, lines: value.split('\n').length - 1 }
}

/** Takes off the guard that `writeCsv` put before what looks like a formula. */
const unguarded = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text)

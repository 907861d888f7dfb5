import 'server-only'
import { PDFDocument } from 'pdf-lib'
import writeExcelFile, { type Row as SheetRow } from 'write-excel-file/node'
import { recordAccesses } from '@/lib/audit/store'
import { registerReason } from '@/lib/audit/wording'
import { paperNumber } from '@/lib/documents/domain/official-paper'
import { registerHeads } from '@/lib/documents/wording'
import { renderPaper } from '@/lib/documents/render/render-paper'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import { registerFields, type RegisterFilter, type RegisterLine, registerLines, registerSize } from '../queries/register'
import { officeOf } from '../store/office'
import type { HeadFacts } from '../store/paper-facts'

/** What one file may hold: a book of 2,000 lines has some 150 sheets. @unit rows */
export const MOST_ROWS = { pdf: 2_000, xlsx: 20_000 } as const
/** So many are read and drawn at a time: requests get their turn between two parts. @unit rows */
const PART = 400

export type ExportProblem = { code: 'forbidden' } | { code: 'too-many-rows'; most: number }
type Book = { head: HeadFacts; fieldName: string; lines: RegisterLine[] }

/** The printed book (Mẫu 07): each dossier in it tells its people that it was printed. */
export async function registerPdf(officer: Officer, filter: RegisterFilter): Promise<Result<Uint8Array, ExportProblem>> {
  const book = await readBook(officer, filter, MOST_ROWS.pdf)
  if (!book.ok) return book
  const { head: { hotline: _hotline, ...head }, fieldName, lines } = book.value
  const parts = lines.length === 0 ? [[]] : Array.from({ length: Math.ceil(lines.length / PART) }, (_, part) => lines.slice(part * PART, (part + 1) * PART))
  const issuedAt = now()
  const whole = await PDFDocument.create()
  for (const [index, rows] of parts.entries()) {
    const { bytes } = await renderPaper('dossier-register', {
      head: { ...head, number: paperNumber('dossier-register', null, head.issuerKind), issuedAt, signing: 'ink' },
      fieldName, book: null, from: filter.from, to: filter.to, firstPage: whole.getPageCount() + 1, isLast: index === parts.length - 1, rows,
    })
    // A book of one part stays as it was drawn, with its marks for archives and screen readers.
    if (parts.length === 1) return ok(bytes)
    const part = await PDFDocument.load(bytes)
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  whole.setTitle(`Sổ theo dõi hồ sơ ${fieldName}`)
  return ok(await whole.save())
}

/** The same as a table for office programs: days are days, the head stays in sight. */
export async function registerXlsx(officer: Officer, filter: RegisterFilter): Promise<Result<Buffer, ExportProblem>> {
  const book = await readBook(officer, filter, MOST_ROWS.xlsx)
  if (!book.ok) return book
  const head: SheetRow = registerHeads.map(({ label }) => ({ value: label, fontWeight: 'bold', wrap: true, align: 'center', alignVertical: 'center', backgroundColor: '#EFEFEF' }))
  const file = writeExcelFile([head, ...book.value.lines.map(sheetRow)], {
    sheet: 'Sổ theo dõi', columns: registerHeads.map(({ width }) => ({ width })), stickyRowsCount: 1, orientation: 'landscape',
  })
  return ok(await file.toBuffer())
}

/** Instants as the clock in Việt Nam shows them: a sheet knows no zones. */
const shown = (instant: Date | null): SheetRow[number] =>
  instant === null ? null : { type: Date, value: new Date(Math.floor(instant.getTime() / 60_000) * 60_000 + 7 * 3_600_000), format: 'dd/mm/yyyy hh:mm' }

const sheetRow = (line: RegisterLine): SheetRow => [
  { type: Number, value: line.number }, line.code, line.procedureName, line.applicantName, line.address, line.phone, line.solvingUnit,
  shown(line.receivedAt), line.dueAt === null ? 'không quy định' : shown(line.dueAt), line.returnedAt === null ? line.ended : shown(line.returnedAt), line.returnMethod, line.signedBy,
]

async function readBook(officer: Officer, filter: RegisterFilter, most: number): Promise<Result<Book, ExportProblem>> {
  if (!may(officer, 'register.export', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  const fieldName = filter.fieldSlug === null ? 'mọi lĩnh vực' : ((await registerFields()).find(({ slug }) => slug === filter.fieldSlug)?.name ?? filter.fieldSlug)
  return inCommune(officer, async (tx) => {
    if ((await registerSize(tx, filter, most)) > most) return fail({ code: 'too-many-rows', most })
    return ok({ head: await officeOf(tx), fieldName, lines: await allLines(tx, officer, filter) })
  })
}

async function allLines(tx: Tx, officer: Officer, filter: RegisterFilter): Promise<RegisterLine[]> {
  const lines: RegisterLine[] = []
  for (let after: string | null = null; ; ) {
    const { rows, next } = await registerLines(tx, filter, after, PART)
    await recordAccesses(tx, rows.map(({ id }) => id), { staffId: officer.staffId, what: 'export', reason: registerReason })
    lines.push(...rows)
    if (next === null) return lines
    after = next
  }
}

import { countOf, type Cell, type CountedFact } from './facts'
import { broken, type BrokenIdentity, type Identity } from './identities'

/**
 * The columns of form II.06a, by their printed numbers.
 * @law Thông tư 01/2020/TT-VPCP, Biểu số II.06a/VPCP/KSTT
 */
export const formColumns = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const
export type FormColumn = (typeof formColumns)[number]
export type FormRow = Record<FormColumn, number>

/**
 * Which of our figures a column prints. The form has no room for some of what we count apart: withdrawn stands under on time,
 * or overdue where the due day had passed; discontinued under its own timeliness; no limit under on time and within limit;
 * paused as it was when the pause began.
 */
export const cellOfColumn: Record<FormColumn, Cell> = {
  3: 'received', 4: 'form-4', 5: 'form-5', 6: 'carried-over',
  7: 'form-7', 8: 'form-8', 9: 'form-9', 10: 'form-10',
  11: 'pending', 12: 'form-12', 13: 'pending-overdue',
}

export const toForm06a = (facts: readonly CountedFact[]): FormRow =>
  Object.fromEntries(formColumns.map((column) => [column, countOf(facts, cellOfColumn[column])])) as FormRow

type Key = `c${FormColumn}`

const identities: readonly Identity<Key>[] = [
  { name: 'form-received', left: ['c3'], relation: 'equals', right: ['c4', 'c5', 'c6'] },
  { name: 'form-settled', left: ['c7'], relation: 'equals', right: ['c8', 'c9', 'c10'] },
  { name: 'form-pending', left: ['c11'], relation: 'equals', right: ['c12', 'c13'] },
  { name: 'form-balance', left: ['c3'], relation: 'equals', right: ['c7', 'c11'] },
]

/** The four identities of one row: (3)=(4)+(5)+(6), (7)=(8)+(9)+(10), (11)=(12)+(13), (3)=(7)+(11). */
export const brokenFormIdentities = (row: FormRow): BrokenIdentity[] =>
  broken<Key>(Object.fromEntries(formColumns.map((column) => [`c${column}`, row[column]])) as Record<Key, number>, identities)

/** The total row is the sum of the rows, column by column. */
export const brokenTotals = (rows: readonly FormRow[], total: FormRow): BrokenIdentity[] =>
  formColumns.flatMap((column) => {
    const sum = rows.reduce((before, row) => before + row[column], 0)
    return sum === total[column] ? [] : [{ name: 'form-total', left: total[column], right: sum, difference: total[column] - sum }]
  })

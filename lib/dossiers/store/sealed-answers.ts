import 'server-only'
import { z } from 'zod'
import { decryptField, encryptField } from '@/lib/platform/crypto'

const Answers = z.record(z.string(), z.string())

/**
 * What a citizen typed, as the column keeps it: one encrypted text. Forms ask for numbers of people, ethnicity and religion,
 * and nobody needs to search in them.
 */
export const sealAnswers = (answers: Readonly<Record<string, string>>): string => encryptField(JSON.stringify(answers))

/** The answers of a column; an empty object is a form in which nothing was typed yet. */
export const openAnswers = (column: unknown): Record<string, string> => Answers.parse(typeof column === 'string' ? JSON.parse(decryptField(column)) : column)

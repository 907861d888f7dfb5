import { z } from 'zod'
import { signingProblem } from './wording'

const MOST = 50
const list = (value: unknown): unknown => (value === undefined || value === '' ? [] : [value].flat())
const ids = z.preprocess(list, z.array(z.uuid()).max(MOST, signingProblem['too-many']).default([]))

/** What was ticked to be signed with one proof of identity. Results by the id of their dossier. */
export const SigningInput = z
  .object({ dossierIds: ids, paperIds: ids, proof: z.string().max(200).default('') })
  .refine(({ dossierIds, paperIds }) => dossierIds.length + paperIds.length > 0, { path: ['dossierIds'], message: signingProblem['nothing-chosen'] })
  .refine(({ dossierIds, paperIds }) => dossierIds.length + paperIds.length <= MOST, { path: ['dossierIds'], message: signingProblem['too-many'] })
export type SigningInput = z.output<typeof SigningInput>

export const BatchInput = z.object({ batchId: z.uuid() })

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ProcedureField } from '@/lib/procedures/domain/procedure'
import { formOf } from '@/lib/procedures/forms/catalogue'
import { ProcedureFieldSeed, ProcedureSeed } from '@/lib/procedures/inputs'
import { type ProcessTemplate, processOf } from './process-templates'

const folder = import.meta.dirname
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))

export type CatalogueProcedure = ProcedureSeed & {
  /** the application form citizens fill in */
  formId: string
  process: ProcessTemplate
}

/** The 25 fields, in the order of the counter. */
export const procedureFields = (): ProcedureField[] => z.array(ProcedureFieldSeed).parse(read('fields.json'))

/** Every procedure of the catalogue, by field and code. Throws where a file does not keep the schema. */
export function procedureCatalogue(): CatalogueProcedure[] {
  return procedureFields().flatMap(({ slug }) =>
    readdirSync(join(folder, slug))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const procedure = ProcedureSeed.parse(read(join(slug, file)))
        return { ...procedure, formId: formOf(procedure.code).id, process: processOf(procedure) }
      }),
  )
}

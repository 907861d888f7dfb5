import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import type { StepTime } from '@/lib/workflow/domain/step-time'

/** What the time of a step needs of dossier `d`, as columns of any statement about it. */
export const stepTimeSql = Prisma.sql`d.procedure_version_id, d.step_position, d.step_since,
  coalesce((select jsonb_agg(jsonb_build_object('start', w.since, 'end', w.until)) from dossier_pause w
    where w.commune_id = d.commune_id and w.dossier_id = d.id and coalesce(w.until, 'infinity') > d.step_since), '[]') as step_pauses`

export const stepTimeColumns = {
  procedure_version_id: z.uuid(), step_position: z.int().nullable(), step_since: z.coerce.date().nullable(),
  step_pauses: z.array(z.object({ start: z.coerce.date(), end: z.coerce.date().nullable() })),
}
const Columns = z.object(stepTimeColumns)

/** Null where no step is at hand. */
export async function stepTimeOf({ procedure_version_id, step_position, step_since, step_pauses }: z.output<typeof Columns>): Promise<StepTime | null> {
  if (step_position === null || step_since === null) return null
  const { steps } = await versionOfDossier(procedure_version_id)
  return { since: step_since, internalHours: steps[step_position]?.internalHours ?? null, pauses: step_pauses }
}

import 'server-only'
import { calendarOf } from '@/lib/calendar/store'
import type { ControlSheetData, Handover, PaperHead } from '@/lib/documents/domain/official-paper'
import { issuerShortName } from '@/lib/documents/wording'
import type { Tx } from '@/lib/platform/db'
import { versionOfDossier } from '@/lib/procedures/store'
import { dueOf, receptionOf, type Dossier, type Step } from '../domain/dossier'
import { handOversOf, type HandOver, type Place, type ToldEvent } from '../domain/hand-overs'
import type { Folder } from '../store/folder'
import { fromEventRow } from '../store/rows'
import { handOverNote } from '../wording'

type Names = { unit: (key: string) => string; partner: (unitId: string) => string; staff: (id: string | null) => string | null }

/** Mẫu 06 as the first `events` events of the dossier tell it. Null before the reception: nothing was handed over. */
export async function controlSheetData(tx: Tx, dossier: Dossier, folder: Folder, head: PaperHead, events: number = folder.events.length): Promise<ControlSheetData | null> {
  const reception = receptionOf(dossier)
  if (reception === null) return null
  const story = folder.events.slice(0, events).map((row): ToldEvent => ({ event: fromEventRow({ type: row.type, occurredAt: row.occurred_at, payload: row.payload }), by: row.actor_kind === 'officer' ? row.actor_id : null, remark: row.note }))
  const [{ calendar }, steps, names] = [await calendarOf(dossier.communeId), await firstSteps(dossier, story), await namesFor(tx, folder)]
  const sheet = handOversOf(story, steps, calendar)
  const desk = issuerShortName[head.issuerKind]
  const partners = [...new Set(sheet.flatMap(({ to }) => (to.at === 'partner' ? [names.partner(to.unitId)] : [])))]
  return {
    head, code: dossier.code, solvingUnit: names.unit(dossier.steps[0]?.unitKey ?? ''), partnerUnits: partners, receivedAt: reception.receivedAt, dueAt: dueOf(dossier)?.dueAt ?? null,
    handovers: sheet.map((row) => printed(row, names, desk)), blankHandovers: 0,
  }
}

const printed = (row: HandOver, names: Names, desk: string): Handover => {
  // Inside one unit the step tells who is meant.
  const isInside = row.from.at === 'step' && row.to.at === 'step' && row.from.unitKey === row.to.unitKey && row.from.name !== row.to.name
  const place = (where: Place): string =>
    where.at === 'desk' ? desk : where.at === 'partner' ? names.partner(where.unitId) : isInside ? `${names.unit(where.unitKey)} (${where.name.charAt(0).toLocaleLowerCase('vi')}${where.name.slice(1)})` : names.unit(where.unitKey)
  return { from: place(row.from), to: place(row.to), at: row.at, givenBy: names.staff(row.givenBy), takenBy: names.staff(row.takenBy), outcome: row.outcome, note: handOverNote(row, names.staff(row.onBehalfOf)) }
}

/** Under the version it was received: a correction of the procedure brings its own steps along. */
async function firstSteps(dossier: Dossier, story: readonly ToldEvent[]): Promise<readonly Step[]> {
  const correction = story.map(({ event }) => event).find((event) => event.type === 'procedure-corrected')
  return correction?.type === 'procedure-corrected' ? ((await versionOfDossier(correction.from.versionId)).steps as readonly Step[]) : dossier.steps
}

async function namesFor(tx: Tx, { staff }: Folder): Promise<Names> {
  const units = await tx.unit.findMany({ where: { communeId: tx.communeId }, orderBy: { validFrom: 'desc' }, select: { id: true, key: true, name: true } })
  return {
    unit: (key) => units.find((unit) => unit.key === key)?.name ?? '',
    partner: (unitId) => units.find(({ id }) => id === unitId)?.name ?? '',
    staff: (id) => (id === null ? null : (staff.find((person) => person.id === id)?.full_name ?? 'Cán bộ đã thôi việc')),
  }
}

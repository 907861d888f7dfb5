import 'server-only'
import { calendarOf } from '@/lib/calendar/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { localDateOf, type LocalDate } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { fairest } from '@/lib/workflow/domain/fair-share'
import { isOfStep, peopleOn } from '@/lib/workflow/store'
import type { Step } from '../domain/dossier'
import { loadsOf } from '../store/share-plan'

/** `openMinutes`: what this person has in hand. `awayUntil`: away today, so nothing can be given. `isFairest`: whose turn it would be. */
export type StaffForStep = { id: string; name: string; title: string; openMinutes: number; awayUntil: LocalDate | null; isFairest: boolean }

/** Who may be given a step: of its role, and of its unit where the role works inside one. Nobody for whoever may not assign. */
export async function staffForStep(officer: Officer, step: Pick<Step, 'role' | 'unitKey'>): Promise<StaffForStep[]> {
  if (!may(officer, 'dossier.assign', { communeId: officer.communeId, unitKey: step.unitKey })) return []
  const [calendar, at] = [await calendarOf(officer.communeId), now()]
  const { people, loads } = await inCommune(officer, async (tx) => {
    const found = (await peopleOn(tx, localDateOf(at))).filter((person) => isOfStep(person, step))
    return { people: found, loads: await loadsOf(tx, found.map(({ staffId }) => staffId), calendar, at) }
  })
  const next = fairest(loads.filter(({ staffId }) => people.some((person) => person.staffId === staffId && person.away === null)))
  return people.map(({ staffId, name, title, away }) => ({
    id: staffId, name, title, awayUntil: away?.toDay ?? null, isFairest: next?.staffId === staffId, openMinutes: loads.find((load) => load.staffId === staffId)?.openMinutes ?? 0,
  }))
}

import 'server-only'
import type { System } from '@/lib/identity/domain/actor'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/log'
import { remindCitizens } from './remind-citizens'
import { queueDigests, warnOfficers } from './remind-officers'

/** Everything that time alone brings about in one commune. What fails there must not keep the others waiting; the next round tries it again. */
export async function remindCommune(worker: System, communeId: string): Promise<void> {
  for (const remind of [remindCitizens, warnOfficers, queueDigests]) {
    try {
      await remind(worker, communeId, now())
    } catch (fault) {
      log.error({ error: fault, communeId, reminder: remind.name }, 'reminders failed, the next round tries again')
    }
  }
}

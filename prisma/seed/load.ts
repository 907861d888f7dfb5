import pg from 'pg'
import { loadCalendar } from './load-calendar'
import { loadCommunes } from './load-communes'
import { loadPartners } from './load-partners'
import { loadPaymentAccounts } from './load-payment-accounts'
import { loadProcedures } from './load-procedures'
import { loadStaff } from './load-staff'

/**
 * Loads what an installation shows on its first day. Loading twice changes nothing; a load that was cut short goes on.
 * Production gets the catalogue and the national calendar only: its communes and people are its own.
 */
export async function loadSeed(options: { ownerUrl: string; appUrl: string; mode: 'demo' | 'production'; scope: 'reference' | 'all'; progress: (line: string) => void }): Promise<void> {
  const owner = new pg.Client({ connectionString: options.ownerUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    await loadCalendar(owner)
    await loadProcedures(owner)
    if (options.mode === 'demo') {
      await loadCommunes(owner)
      await loadStaff(owner)
      await loadPartners(owner)
      await loadPaymentAccounts(owner)
    }
    await owner.query('commit')
  } catch (fault) {
    await owner.query('rollback')
    throw fault
  } finally {
    await owner.end()
  }
  if (options.mode === 'demo' && options.scope === 'all') {
    const { loadPresentDay } = await import('./scenarios/present-day/load')
    await loadPresentDay(options.progress)
    const { loadLegs } = await import('./load-legs')
    await loadLegs('bach-quang')
  }
}

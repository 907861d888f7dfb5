import { join } from 'node:path'
import { migrate } from '@/scripts/lib/migrate'
import { withClient } from '@/scripts/lib/postgres/roles'
import { loadReferenceData } from './cluster'

/** Brings a server of a test's own to where the template database stands: migrated, in demonstration mode, with reference data. */
export async function prepareTestDatabase(ownerUrl: string, port: number, database: string): Promise<void> {
  await migrate({ ownerUrl, applicationPassword: 'throwaway', folder: join(import.meta.dirname, '../../prisma/migrations') })
  await withClient(ownerUrl, (client) => client.query(`insert into installation (id, mode) values (1, 'demo') on conflict do nothing`))
  loadReferenceData(port, database)
}

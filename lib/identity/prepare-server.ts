import 'server-only'
import { assertServingRole } from '@/lib/platform/assert-role'
import { Prisma, reference } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { labelRequests } from './client-address'

/** The environment is whole, row-level security binds the database role, and requests are labelled with their address. */
export async function prepareServer(): Promise<void> {
  try {
    const { publicUrl } = readEnvironment(process.env)
    process.env.NEXTAUTH_URL = publicUrl
    await assertServingRole((sql) => reference().$queryRaw<Record<string, unknown>[]>(Prisma.sql([sql])))
    labelRequests()
  } catch (fault) {
    log.fatal({ error: fault }, 'the server does not start')
    process.exit(1)
  }
}

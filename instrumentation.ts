import type { Instrumentation } from 'next'

/** Runs once before the server answers anything. It does not start with half an environment, nor as the owner of the tables. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { prepareServer } = await import('./lib/identity/prepare-server')
  await prepareServer()
}

/** Whatever a page or a handler threw: if the database is away, the next readers are told in plain words by `proxy.ts`. */
export const onRequestError: Instrumentation.onRequestError = async (fault) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ isUnavailable }, { noteDatabaseLost }] = await Promise.all([import('./lib/platform/faults'), import('./lib/platform/database-away')])
  if (isUnavailable(fault)) noteDatabaseLost()
}

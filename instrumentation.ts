/** Runs once before the server answers anything. It does not start with half an environment, nor as the owner of the tables. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { prepareServer } = await import('./lib/identity/prepare-server')
  await prepareServer()
}

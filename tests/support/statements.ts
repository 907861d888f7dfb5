import pg from 'pg'

/**
 * The statements that reach the database while `work` runs, in order, as the driver sends them: what a screen costs is
 * counted at the wire, not guessed from the code. Opening a transaction, its scope and its end are left out.
 */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ value: T; statements: string[] }> {
  const statements: string[] = []
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [first] = args
    statements.push(typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? ''))
    return original.apply(this, args)
  }
  try {
    return { value: await work(), statements: statements.filter((text) => !/^\s*(begin|commit|rollback|set transaction)\b|set_config\('app\./i.test(text)) }
  } finally {
    prototype.query = original
  }
}

import 'server-only'

/** The database cannot be reached, or every connection is busy: the reader may come back in a moment. */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('The database cannot be reached', { cause })
  }
}

const codeOf = (fault: unknown): string => (fault as { code?: string }).code ?? ''

/** Two transactions that crossed: trying again is all it takes. */
export const isConflict = (fault: unknown): boolean => codeOf(fault) === 'P2034' || (fault as Error).name === 'TransactionWriteConflict' || /deadlock detected/.test(String(fault))

/** What Prisma, its adapter, the driver and the server each call a database that is away, closing, or out of connections. */
const AWAY_CODES = /^(P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|57P0[1235]|53300|08\w{3})$/
const AWAY_KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/
const AWAY_WORDS = /not queryable|Client was closed|Connection terminated|server closed the connection|timeout exceeded when trying to connect|the database system is|Can't reach database server|terminating connection/i

/** Connection refused or lost, pool exhausted, server starting or stopping. */
export function isUnavailable(fault: unknown): boolean {
  for (let at = fault, depth = 0; at !== null && typeof at === 'object' && depth < 6; depth += 1) {
    const { code, kind, originalCode, message, cause, meta } = at as { code?: unknown; kind?: unknown; originalCode?: unknown; message?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } }
    if (at instanceof DatabaseUnavailable || AWAY_KINDS.test(String(kind)) || AWAY_WORDS.test(String(message))) return true
    if (AWAY_CODES.test(String(code)) || AWAY_CODES.test(String(originalCode))) return true
    at = meta?.driverAdapterError ?? cause
  }
  return false
}

/** The SQLSTATE that a rule of the database raised (`MC001` …), or null. */
export function sqlState(fault: unknown): string | null {
  const meta = (fault as { meta?: { driverAdapterError?: { cause?: { originalCode?: string; code?: string } } ; code?: string } }).meta
  return meta?.driverAdapterError?.cause?.originalCode ?? meta?.driverAdapterError?.cause?.code ?? meta?.code ?? null
}

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

/** Connection refused or lost, pool exhausted, server starting or stopping. */
export function isUnavailable(fault: unknown): boolean {
  if (fault instanceof DatabaseUnavailable) return true
  const text = `${codeOf(fault)} ${String((fault as Error)?.message)} ${String((fault as { cause?: unknown })?.cause)}`
  return /P1001|P1002|P1008|P1017|P2024|P2028|ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable|server closed the connection|the database system is/.test(text)
}

/** The SQLSTATE that a rule of the database raised (`MC001` …), or null. */
export function sqlState(fault: unknown): string | null {
  const meta = (fault as { meta?: { driverAdapterError?: { cause?: { originalCode?: string; code?: string } } ; code?: string } }).meta
  return meta?.driverAdapterError?.cause?.originalCode ?? meta?.driverAdapterError?.cause?.code ?? meta?.code ?? null
}

/**
 * An answer that may be a problem. Problems are values with a `code`, visible in the signature;
 * accidents (the database is gone, a row makes no sense) are thrown instead.
 */
export type Result<T, P extends Problem = Problem> = { ok: true; value: T } | { ok: false; problem: P }

/** What stood in the way. `wording.ts` of its context gives each code a sentence that says what to do next. */
export type Problem = { code: string }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = <P extends Problem>(problem: P): { ok: false; problem: P } => ({ ok: false, problem })

/** The value, where a problem would be a mistake of ours (tests, seeds). Throws an Error that names the problem. */
export function must<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value
  throw new Error(`Unexpected problem: ${JSON.stringify(result.problem)}`)
}

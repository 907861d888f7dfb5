/**
 * A dossier keeps three due facts: `firstDueAt` (on the slip, frozen), `dueAt` (what figures use) and `promisedAt` (Mẫu 04,
 * an apology's new day, which changes nothing else). These rules keep late late.
 */

/** What figures use: the counted due moment, but never before the one on the citizen's slip. */
export const dueInForce = (firstDueAt: Date, counted: Date): Date => (counted < firstDueAt ? firstDueAt : counted)

/**
 * Whether something recorded at that moment may still move the due moment. Nothing recorded at or after it does. For a pause
 * the recording of its start is asked; its end is always accepted.
 */
export const mayStillMove = (dueAt: Date, recordedAt: Date): boolean => recordedAt < dueAt

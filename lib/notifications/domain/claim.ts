/** Longer than any provider is waited for: a claim older than this was left by a worker that died. @unit milliseconds */
const CLAIM_HOLDS = 3 * 60_000

/** Is another worker still at it? */
export const isAtWork = (claimedAt: Date | null, at: Date): boolean => claimedAt !== null && at.getTime() - claimedAt.getTime() < CLAIM_HOLDS

/** When to look again at a message that another worker has. */
export const lookAgainAt = (claimedAt: Date): Date => new Date(claimedAt.getTime() + CLAIM_HOLDS)

/** The rule of every field that has none of its own. */
export const EVERY_FIELD = '*'

/** How long the data of people stay after a dossier is closed. `source` null: nobody has checked the years against a text. */
export type RetentionRule = { fieldSlug: string; years: number; source: string | null }

/**
 * Until a commune enters its own: long enough to harm nobody, and unverified, so that nothing is erased by it unasked.
 * Law on the archive of electronic dossiers is in force; its periods by kind of dossier were not at hand.
 */
export const usualRules: readonly RetentionRule[] = [{ fieldSlug: EVERY_FIELD, years: 20, source: null }]

/** A commune's own rules over the usual ones. */
export const rulesInForce = (own: readonly RetentionRule[]): RetentionRule[] =>
  [...own, ...usualRules.filter(({ fieldSlug }) => !own.some((rule) => rule.fieldSlug === fieldSlug))]

/** The rule of a field: its own, else that of every field. */
export const ruleFor = (rules: readonly RetentionRule[], fieldSlug: string): RetentionRule | null =>
  rules.find((rule) => rule.fieldSlug === fieldSlug) ?? rules.find((rule) => rule.fieldSlug === EVERY_FIELD) ?? null

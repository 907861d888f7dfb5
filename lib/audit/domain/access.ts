/** What of a dossier was opened. Opening a personal number asks for a reason; the rest gives its own. */
export const accessKinds = ['dossier', 'personal-id', 'attachment', 'paper'] as const
export type AccessKind = (typeof accessKinds)[number]

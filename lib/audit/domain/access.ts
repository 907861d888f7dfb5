/**
 * What of a dossier was opened. Opening a personal number asks for a reason; the rest gives its own. `search`: found by
 * somebody's whole number; `register`: a page of the book on screen; `export`: the book printed or saved as a file.
 */
export const accessKinds = ['dossier', 'personal-id', 'attachment', 'paper', 'search', 'register', 'export'] as const
export type AccessKind = (typeof accessKinds)[number]

/** Walking through the parts of an open dossier is one reading of it. @unit minutes */
export const ONE_READING = 15

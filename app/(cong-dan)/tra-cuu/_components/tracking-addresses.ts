/** The screen of code and secret, for what waits in `keepTyped`. */
export const LOOK_UP = 'tra-cuu'

/** Where a dossier is followed, or judged. The address holds an id that opens nothing by itself. */
export const addressOf = (dossierId: string, goal: 'ho-so' | 'danh-gia' = 'ho-so'): string => (goal === 'danh-gia' ? `/danh-gia/${dossierId}` : `/tra-cuu/ho-so/${dossierId}`)

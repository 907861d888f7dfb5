import type { Role } from './permissions'

/** A place where an account serves: one commune, one unit, its roles there. */
export type Post = { communeId: string; staffId: string; communeName: string; title: string; roles: readonly Role[] }

import type { Role } from './permissions'

/** How long a session lasts: without a request, and at most. @unit minutes */
export type SessionLimits = { idle: number; absolute: number }

/** What an administrator could do unattended reaches further, so the desk is locked sooner. */
export type SessionClass = 'officer' | 'administrator'

export const sessionClass = (roles: readonly Role[]): SessionClass => (roles.includes('administrator') ? 'administrator' : 'officer')

export const officerSessionLimits = {
  officer: { idle: 30, absolute: 12 * 60 },
  administrator: { idle: 15, absolute: 8 * 60 },
} as const satisfies Record<SessionClass, SessionLimits>

/** A citizen may leave the form to fetch papers; the day's work is never carried over to the next user of the phone. */
export const citizenSessionLimits: SessionLimits = { idle: 2 * 60, absolute: 12 * 60 }

/**
 * A session token begins with the letter of its class, so that one look-up knows how long it may have been idle.
 * The letter is part of what is hashed: another letter is another, unknown token.
 */
export const classLetter = { officer: 'o', administrator: 'a' } as const satisfies Record<SessionClass, string>

export const classOfToken = (token: string): SessionClass => (token.startsWith(`${classLetter.administrator}.`) ? 'administrator' : 'officer')

export const minutesAfter = (start: Date, minutes: number): Date => new Date(start.getTime() + minutes * 60_000)

import type { Contact } from './contact'

/** A message to the holder of a contact or an account: a code, or that someone signed in. */
export type AccountMessage = { communeId: string; key: string; template: 'one-time-code' | 'new-device'; to: Contact; subject: string; body: string }

/** Hands a message over, and answers `failed` or `no-gateway` where it will not arrive. The door brings it, because sending stands to the right of this context. */
export type Deliver = (message: AccountMessage) => Promise<unknown>

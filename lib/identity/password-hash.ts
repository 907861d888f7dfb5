import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { spellPassword } from './domain/password'

/** argon2id with 19 MiB and two passes: the floor OWASP gives, about 40 ms here. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(spellPassword(password), cost)

let placeholder: Promise<string> | undefined

/** Takes the same time whether or not there is an account, so that the answer's delay names nobody. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (placeholder ??= hashPassword('nobody has this password')))
  const matches = await verify(against, spellPassword(password))
  return stored !== null && matches
}

import { createHash } from 'node:crypto'
import { seedCommunes } from './communes'
import { seedPosts } from './staff'

/** One password for every demonstration account. They exist in demonstrations only, and sign-in shows them to everybody. */
export const DEMO_PASSWORD = 'mot-cua-trinh-dien'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The known TOTP secret of a demonstration account (base32): its present code stands on the demonstration's outbox page. */
export const demoTotpSecret = (username: string): string =>
  [...createHash('sha256').update(`mot-cua demonstration ${username}`).digest().subarray(0, 20)].map((byte) => ALPHABET[byte & 31]).join('')

export const demoUsername = (commune: string, login: string): string => `${commune}.${login}`

/** What the start prints: the accounts with which the main job is done in one commune. */
export function demoAccountLines(): string[] {
  const shown = ['quay1', 'tuphap', 'truongtuphap', 'chutich', 'vanthu', 'quantri']
  const commune = seedCommunes.find(({ slug }) => slug === 'bach-quang')!
  const posts = seedPosts.filter(({ login }) => shown.includes(login))
  return [
    ...posts.map(({ login, title }) => `${demoUsername(commune.slug, login).padEnd(26)} ${title}, ${commune.name}`),
    `password of all: ${DEMO_PASSWORD}; the six-digit codes stand on the page /demo/hop-thu`,
  ]
}

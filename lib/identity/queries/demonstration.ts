import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/platform/clock'
import { decryptField } from '@/lib/platform/crypto'
import { reference } from '@/lib/platform/db'
import { type Role, roles } from '../domain/permissions'
import { secondsLeft } from '../domain/totp-step'
import { totpCode } from '../totp'

/** A demonstration account and the code its authenticator would show now. */
export type DemonstrationAccount = { username: string; name: string; title: string; communeName: string; roles: Role[]; code: string; secondsLeft: number }

/** The accounts of one commune, the desk first; the names of all communes to choose from. Empty in production, whoever asks. */
export type Demonstration = { communes: string[]; communeName: string; accounts: DemonstrationAccount[] }

const Row = z.object({ username: z.string(), totp_secret: z.string().nullable(), full_name: z.string(), title: z.string(), commune_name: z.string(), roles: z.array(z.string()) })
type Row = z.output<typeof Row>

const collator = new Intl.Collator('vi')

/** The first of `wanted` that has accounts decides whose are shown. */
export async function demonstration(...wanted: (string | null | undefined)[]): Promise<Demonstration> {
  const all = await rows()
  const communes = [...new Set(all.map((row) => row.commune_name))].sort(collator.compare)
  const communeName = wanted.find((name) => name != null && communes.includes(name)) ?? communes[0] ?? ''
  const rank = (account: DemonstrationAccount): number => roles.findIndex((role) => account.roles.includes(role))
  const accounts = all.filter((row) => row.commune_name === communeName).map(fromRow)
  return { communes, communeName, accounts: accounts.sort((a, b) => rank(a) - rank(b) || collator.compare(a.username, b.username)) }
}

/** One demonstration account; null for every other account, and for all of them in production. */
export async function demonstrationAccount(username: string | undefined): Promise<DemonstrationAccount | null> {
  const row = username === undefined ? undefined : (await rows()).find((each) => each.username === username)
  return row === undefined ? null : fromRow(row)
}

const rows = async (): Promise<Row[]> => z.array(Row).parse(await reference().$queryRaw`select * from mc_demo_accounts()`)

function fromRow(row: Row): DemonstrationAccount {
  const at = now()
  return {
    username: row.username,
    name: row.full_name,
    title: row.title,
    communeName: row.commune_name,
    roles: roles.filter((role) => row.roles.includes(role)),
    code: row.totp_secret === null ? '' : totpCode(decryptField(row.totp_secret), at),
    secondsLeft: secondsLeft(at),
  }
}

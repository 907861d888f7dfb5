import 'server-only'
import { decryptField, encryptField } from '@/lib/platform/crypto'
import type { PlainTx } from '@/lib/platform/db'

/** An account as the sign-in needs it. `totpSecret` is plain base32; null, like `passwordHash`, until it was set up. */
export type Account = {
  id: string
  username: string
  passwordHash: string | null
  totpSecret: string | null
  totpLastStep: bigint | null
  version: number
  disabledAt: Date | null
  isDemonstration: boolean
}

/** Usernames are compared without capitals and blanks around them. */
export const spellUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

const select = { id: true, username: true, passwordHash: true, totpSecret: true, totpLastStep: true, version: true, disabledAt: true, isDemonstration: true } as const

/** A row differs from an account in one thing: its secret is encrypted. */
const fromRow = (row: Account | null): Account | null =>
  row === null ? null : { ...row, totpSecret: row.totpSecret === null ? null : decryptField(row.totpSecret) }

export const accountByUsername = async (tx: PlainTx, username: string): Promise<Account | null> =>
  fromRow(await tx.account.findUnique({ where: { username: spellUsername(username) }, select }))

export const accountById = async (tx: PlainTx, id: string): Promise<Account | null> =>
  fromRow(await tx.account.findUnique({ where: { id }, select }))

export type NewAccount = {
  username: string
  email?: string
  passwordHash?: string
  /** base32 */
  totpSecret?: string
  isDemonstration?: boolean
}

export const insertAccount = async (tx: PlainTx, account: NewAccount): Promise<string> => {
  const { id } = await tx.account.create({
    data: {
      username: spellUsername(account.username),
      email: account.email ?? null,
      passwordHash: account.passwordHash ?? null,
      totpSecret: account.totpSecret === undefined ? null : encryptField(account.totpSecret),
      isDemonstration: account.isDemonstration ?? false,
    },
    select: { id: true },
  })
  return id
}

/** Marks the code of a step as used. False where another request used it, or a later one, in the meantime. */
export const useTotpStep = async (tx: PlainTx, accountId: string, step: bigint): Promise<boolean> => {
  const { count } = await tx.account.updateMany({
    where: { id: accountId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  })
  return count === 1
}

/** Sets both factors anew; every open session ends with the old version. */
export const setCredentials = (tx: PlainTx, accountId: string, credentials: { passwordHash: string; totpSecret: string; step: bigint }): Promise<unknown> =>
  tx.account.update({
    where: { id: accountId },
    data: {
      passwordHash: credentials.passwordHash,
      totpSecret: encryptField(credentials.totpSecret),
      totpLastStep: credentials.step,
      version: { increment: 1 },
    },
  })

/** Null enables it again; either way sessions that were opened before are over. */
export const setDisabled = (tx: PlainTx, accountId: string, disabledAt: Date | null): Promise<unknown> =>
  tx.account.update({ where: { id: accountId }, data: { disabledAt, version: { increment: 1 } } })

/** Ends every session of an account: role, password or unit changed. */
export const raiseVersion = (tx: PlainTx, accountId: string): Promise<unknown> =>
  tx.account.update({ where: { id: accountId }, data: { version: { increment: 1 } } })

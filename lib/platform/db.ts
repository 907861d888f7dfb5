import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Actor, Officer } from '@/lib/identity/domain/actor'
import { simulatedNow } from './clock'
import { noteDatabaseLost } from './database-away'
import { env } from './env'
import { DatabaseUnavailable, isConflict, isUnavailable } from './faults'
import { log } from './log'
import { type Prisma, PrismaClient } from './prisma-client/client'

export { Prisma } from './prisma-client/client'

/**
 * The scopes of row-level security, a closed list. A transaction carries exactly one kind, set by the functions below;
 * a statement outside of them sees reference tables and nothing else.
 */
type Scope = { commune?: string; citizen?: string; identity?: 'on'; /** Beside the commune: the partner unit whose officer acts, and whose legs are all there is to see. */ partner?: string }

/** A transaction inside one commune. `communeId` is for the leading column of every key. */
export type Tx = Prisma.TransactionClient & { readonly communeId: string }
export type PlainTx = Prisma.TransactionClient

const POOL_SIZE = 12
const CACHE_POOL_SIZE = 3
/** Longer than any burst we accept, shorter than a reader's patience. @unit milliseconds */
const WAIT_FOR_CONNECTION = 10_000

function connect(connections: number): PrismaClient {
  const pool = new pg.Pool({ connectionString: env.databaseUrl, max: connections, connectionTimeoutMillis: WAIT_FOR_CONNECTION, idleTimeoutMillis: 30_000 })
  // A connection that dies between two statements speaks to nobody; without a listener of its own it would end the process.
  pool.on('connect', (connection) => connection.on('error', noteLoss))
  const adapter = new PrismaPg(pool, { onPoolError: noteLoss, disposeExternalPool: true })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: WAIT_FOR_CONNECTION, timeout: 30_000 } })
}

function noteLoss(fault: Error): void {
  noteDatabaseLost()
  log.warn({ error: fault }, 'database connection lost')
}

// One client per process; development reloads modules and would otherwise leave pools behind.
const kept = globalThis as { motCuaDb?: PrismaClient; motCuaCaches?: PrismaClient }
const client = (): PrismaClient => (kept.motCuaDb ??= connect(POOL_SIZE))
const cacheClient = (): PrismaClient => (kept.motCuaCaches ??= connect(CACHE_POOL_SIZE))

/** Closes the pool: tests and scripts end with it. */
export async function disconnect(): Promise<void> {
  await Promise.all([kept.motCuaDb?.$disconnect(), kept.motCuaCaches?.$disconnect()])
  delete kept.motCuaDb
  delete kept.motCuaCaches
}

/** Reference tables and the narrow look-up functions: one statement, no scope, no transaction. */
export const reference = (): PrismaClient => client()

/**
 * For what a process keeps in memory (catalogue, communes, calendars): connections of its own. A transaction may find its copy
 * out of date and wait for a fresh one; were that to come from the same pool, a burst of such transactions would hold every
 * connection and wait for one more, for ever.
 */
export const cacheReference = (): PrismaClient => cacheClient()
export const inCommuneForCache = <T>(communeId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inScope({ commune: communeId }, (tx) => work(withCommune(tx, communeId)), cacheClient())

/**
 * One transaction inside one commune. An officer's commune comes from the session and cannot be chosen;
 * whoever else acts names it, and sees what the use case then allows.
 */
export function inCommune<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
export function inCommune<T>(actor: Actor, communeId: string, work: (tx: Tx) => Promise<T>): Promise<T>
export function inCommune<T>(actor: Actor, second: string | ((tx: Tx) => Promise<T>), third?: (tx: Tx) => Promise<T>): Promise<T> {
  const communeId = typeof second === 'string' ? second : actor.kind === 'officer' ? actor.communeId : undefined
  const work = typeof second === 'string' ? third! : second
  if (communeId === undefined) throw new Error('Only an officer brings a commune; name it')
  if (actor.kind === 'officer' && actor.communeId !== communeId) throw new Error('An officer acts in the commune of the session alone')
  return inScope({ commune: communeId, ...(isPartner(actor) ? { partner: actor.unitId } : {}) }, (tx) => work(withCommune(tx, communeId)))
}

/** An officer of a partner unit sees the legs of that unit, whatever other role the post may hold. */
const isPartner = (actor: Actor): actor is Officer => actor.kind === 'officer' && actor.roles.includes('partner-officer')

/** One transaction over what belongs to one citizen, in whichever commune it lies. */
export const inCitizen = <T>(citizenId: string, work: (tx: PlainTx) => Promise<T>): Promise<T> => inScope({ citizen: citizenId }, work)

/** One transaction over accounts and sessions. Only lib/identity enters it; the architecture test says so. */
export const inIdentity = <T>(work: (tx: PlainTx) => Promise<T>): Promise<T> => inScope({ identity: 'on' }, work)

/** Work that is already inside a transaction of the same commune joins it (loaders put many use cases into one). */
const withCommune = (tx: PlainTx, communeId: string): Tx => Object.create(tx, { communeId: { value: communeId } }) as Tx

const RETRIES = 3

async function inScope<T>(scope: Scope, work: (tx: PlainTx) => Promise<T>, database = client()): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.$transaction(async (tx) => {
        await setScope(tx, scope)
        return work(tx)
      })
    } catch (fault) {
      if (isUnavailable(fault)) throw new DatabaseUnavailable(fault)
      if (attempt >= RETRIES || !isConflict(fault)) throw fault
    }
  }
}

const setScope = (tx: PlainTx, scope: Scope) => {
  const simulated = simulatedNow()?.toISOString() ?? ''
  return tx.$executeRaw`select set_config('app.commune', ${scope.commune ?? ''}, true), set_config('app.citizen', ${scope.citizen ?? ''}, true),
    set_config('app.identity', ${scope.identity ?? ''}, true), set_config('app.partner', ${scope.partner ?? ''}, true), set_config('app.simulated_now', ${simulated}, true)`
}

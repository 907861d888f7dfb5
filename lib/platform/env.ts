import 'server-only'
import { resolve } from 'node:path'
import { z } from 'zod'

/** Keys as they stand in the environment: base64 (or base64url) of at least 32 random bytes. */
const key = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length >= 32, 'must be base64 of at least 32 bytes (openssl rand -base64 32)')

/** "id:base64[,id:base64…]": the first key encrypts, all of them decrypt, so that keys can be changed without downtime. */
const fieldKeys = z.string().transform((text, context) => {
  const entries = text.split(',').map((entry) => entry.trim().match(/^([a-z0-9-]{1,16}):([A-Za-z0-9+/=_-]+)$/))
  const keys = entries.map((match) => ({ id: match?.[1] ?? '', bytes: Buffer.from(match?.[2] ?? '', 'base64') }))
  if (keys.some(({ id, bytes }) => id === '' || bytes.length !== 32)) {
    context.addIssue({ code: 'custom', message: 'must be "id:base64 of 32 bytes", several separated by commas, the newest first' })
    return z.NEVER
  }
  return keys as [FieldKey, ...FieldKey[]]
})
export type FieldKey = { id: string; bytes: Buffer }

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address')

const Environment = z
  .object({
    MODE: z.enum(['demo', 'production']),
    APP_DATABASE_URL: databaseUrl,
    OWNER_DATABASE_URL: databaseUrl.optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
    DATA_DIR: z.string().min(1).default('.data'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    NEXTAUTH_SECRET: z.string().min(32, 'must be at least 32 characters (openssl rand -base64 32)'),
    FIELD_KEY: fieldKeys,
    HASH_KEY: key,
    TRACKING_KEY: key,
  })
  .transform((read) => ({
    mode: read.MODE,
    /** Connects as the application role, which row-level security binds. */
    databaseUrl: read.APP_DATABASE_URL,
    /** Connects as the owner: only migrations, loaders and the worker are given it; null in the web server. */
    ownerDatabaseUrl: read.OWNER_DATABASE_URL ?? null,
    /** Origin of every absolute link, cookie and QR code, without a slash at the end. */
    publicUrl: new URL(read.PUBLIC_URL).origin,
    /** Absolute. */
    dataDir: resolve(/* turbopackIgnore: true */ read.DATA_DIR),
    logLevel: read.LOG_LEVEL,
    nextAuthSecret: read.NEXTAUTH_SECRET,
    fieldKeys: read.FIELD_KEY,
    hashKey: read.HASH_KEY,
    trackingKey: read.TRACKING_KEY,
  }))
export type Environment = z.output<typeof Environment>

/** Reads and checks the whole environment. Throws an Error with one line for each variable that is missing or malformed. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const read = Environment.safeParse(source)
  if (read.success) return read.data
  const lines = read.error.issues.map(({ path, message, input }) => `  ${path.join('.')}: ${input === undefined && source[String(path[0])] === undefined ? 'is missing' : message}`)
  throw new Error(`The environment is incomplete (npm start sets it for a demonstration):\n${lines.join('\n')}`)
}

let read: Environment | undefined

/**
 * The environment, checked when first asked and the same from then on. Asking is what needs it, not importing:
 * the build imports every page on machines that hold no secret.
 */
export const env: Readonly<Environment> = new Proxy({} as Environment, {
  get: (_target, property) => (read ??= readEnvironment(process.env))[property as keyof Environment],
})

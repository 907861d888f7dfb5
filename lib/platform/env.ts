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

/** A gateway for text messages or Zalo: an address and its key, both or neither. */
const gateway = (url: string | undefined, key: string | undefined): { url: string; key: string } | null => (url === undefined || key === undefined ? null : { url, key })

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
    SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must be smtp://… or smtps://…').optional(),
    MAIL_FROM: z.string().min(3).optional(),
    SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    SMS_GATEWAY_KEY: z.string().min(1).optional(),
    ZALO_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
    ZALO_GATEWAY_KEY: z.string().min(1).optional(),
    MESSAGE_CALLBACK_KEY: z.string().min(32, 'must be at least 32 characters (openssl rand -base64 32)').optional(),
    SIGNING_FOLDER: z.string().min(1).optional(),
    SIGNING_PASSPHRASE: z.string().min(1).optional(),
    SIGNING_SERVICE_URL: z.url({ protocol: /^https?$/ }).optional(),
    SIGNING_SERVICE_KEY: z.string().min(1).optional(),
    SIGNATURE_ROOTS: z.string().min(1).optional(),
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
    /** The ways out for messages, each of which may be missing; a demonstration uses none of them. */
    messages: {
      smtpUrl: read.SMTP_URL ?? null,
      /** "Một Cửa <mot-cua@xa.example.gov.vn>" */
      mailFrom: read.MAIL_FROM ?? null,
      smsGateway: gateway(read.SMS_GATEWAY_URL, read.SMS_GATEWAY_KEY),
      zaloGateway: gateway(read.ZALO_GATEWAY_URL, read.ZALO_GATEWAY_KEY),
      /** Signs what gateways tell us afterwards; null: nothing is believed. */
      callbackKey: read.MESSAGE_CALLBACK_KEY ?? null,
    },
    /** Where keys that sign lie, each of which may be missing; a demonstration makes its own. lib/signatures/README.md says what goes where. */
    signing: {
      /** A folder of PKCS#12 files and the passphrase that opens them. */
      folder: read.SIGNING_FOLDER ?? null,
      passphrase: read.SIGNING_PASSPHRASE ?? null,
      service: gateway(read.SIGNING_SERVICE_URL, read.SIGNING_SERVICE_KEY),
      /** A file of certificates (PEM) of the authorities that this installation trusts. */
      rootsFile: read.SIGNATURE_ROOTS ?? null,
    },
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

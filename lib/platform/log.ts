import 'server-only'
import pino, { type DestinationStream, type Logger } from 'pino'

/** Values under these names never reach the log, whatever they hold. */
const HIDDEN_NAMES = /^(password|passphrase|secret|token|otp|totp|cookie|set-cookie|authorization|q|.*(_key|_secret|_token|Secret|Token|Password))$/i
const UUID_OR_HASH = '\\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})\\b'

/** Left to right: what is found first is spoken for, so that digits inside an id of ours are not taken for a person's. */
const PERSONAL = new RegExp(
  [
    `(?<ours>${UUID_OR_HASH})`,
    '(?<name>[?&;](?:secret|token|q|otp|code|state|id_token|access_token)=)[^&#\\s"\']*',
    '(?<bearer>\\b(?:Bearer|Basic)\\s+)[\\w.~+/=-]+',
    '(?<login>://[^\\s:/@]+:)[^\\s@]+(?=@)',
    '(?<email>[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)',
    '(?<personalId>(?<!\\d)\\d{3}[ .]?\\d{3}[ .]?\\d{3}[ .]?\\d{3}(?!\\d))',
    '(?<phone>(?<!\\d)(?:\\+?84|0)[ .-]?[1-9](?:[ .-]?\\d){8,9}(?!\\d))',
  ].join('|'),
  'giu',
)

/** The text without ID numbers, phone numbers, e-mail addresses, tokens, passwords in addresses and the secrets of query strings. */
export const maskText = (text: string): string =>
  text.replace(PERSONAL, (found, ...rest) => {
    const groups = rest.at(-1) as Record<string, string | undefined>
    if (groups.ours !== undefined) return found
    const kept = groups.name ?? groups.bearer ?? groups.login
    if (kept !== undefined) return `${kept}[hidden]`
    return groups.email !== undefined ? '[e-mail]' : groups.personalId !== undefined ? '[id]' : '[phone]'
  })

const mask = (value: unknown, name = ''): unknown => {
  if (HIDDEN_NAMES.test(name)) return '[hidden]'
  if (typeof value === 'string') return maskText(value)
  if (typeof value === 'number') return name !== 'time' && /^\d{11,12}$/.test(String(value)) ? '[id]' : value
  if (Array.isArray(value)) return value.map((item) => mask(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [maskText(key), mask(held, key)]))
}

/**
 * A logger that writes one JSON object a line. The whole line is masked as it leaves, so that messages, objects,
 * bindings of children and stacks of errors are all covered; a line break inside a text stays escaped.
 */
export const createLog = (destination: DestinationStream = pino.destination(1)): Logger =>
  pino(
    {
      level: process.env.LOG_LEVEL ?? 'info',
      base: undefined,
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: (line) => `${JSON.stringify(mask(JSON.parse(line)))}\n` },
    },
    destination,
  )

/** Log to `log.child({ … })` with ids and codes of dossiers; names of people have no place in it. */
export const log = createLog()

import { instantAt, parseLocalDate } from '@/lib/kernel/local-date'
import { parseWallTime } from '../domain/minute'
import type { Pause } from '../domain/pauses'

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/

/**
 * An instant as other systems write it: ISO 8601, in Việt Nam where no zone is said. In an address a plus that nobody escaped
 * arrives as a blank; it is taken for the plus that was meant. Null where it is no instant.
 */
export function readInstant(text: string): Date | null {
  const match = ISO.exec(text.trim().replace(/ (\d{2}:?\d{2})$/, (whole, offset: string) => (/[T ]\d{2}:\d{2}.* /.test(text) ? `+${offset}` : whole)))
  if (match === null) return null
  const [whole, day, time, zone] = match
  const on = parseLocalDate(day!)
  if (on === null || parseWallTime(time!) === null) return null
  if (zone === undefined) return instantAt(on, time!)
  const instant = new Date(whole.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  return Number.isNaN(instant.getTime()) ? null : instant
}

/** "start/end" as ISO 8601 writes intervals; "start/.." is a pause still open. Null where a side is no instant. */
export function readInterval(text: string): Pause | null {
  const [first, second, ...rest] = text.split('/')
  const start = readInstant(first ?? '')
  const open = second === '..' || second === ''
  const end = open || second === undefined ? null : readInstant(second)
  return start === null || second === undefined || rest.length > 0 || (end === null && !open) ? null : { start, end }
}

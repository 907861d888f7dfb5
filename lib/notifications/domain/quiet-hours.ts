import { addDays, instantAt, localDateOf, localTimeOf } from '@/lib/kernel/local-date'

/** From one wall time to another, usually over midnight. @unit "HH:MM" in Việt Nam */
export type QuietHours = { from: string; to: string }

/**
 * When the quiet hours that hold at an instant end; null outside of them. `from` itself is quiet, `to` no longer is.
 * Equal ends mean that there are no quiet hours.
 */
export function quietUntil(at: Date, quiet: QuietHours | null): Date | null {
  if (quiet === null || quiet.from === quiet.to) return null
  const [day, time] = [localDateOf(at), localTimeOf(at)]
  const overMidnight = quiet.from > quiet.to
  if (overMidnight) {
    if (time >= quiet.from) return instantAt(addDays(day, 1), quiet.to)
    return time < quiet.to ? instantAt(day, quiet.to) : null
  }
  return time >= quiet.from && time < quiet.to ? instantAt(day, quiet.to) : null
}

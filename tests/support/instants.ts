import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'

/** "2026-11-05 17:30", on the clock in Việt Nam. */
export const formatInstant = (instant: Date): string => `${localDateOf(instant)} ${localTimeOf(instant)}`

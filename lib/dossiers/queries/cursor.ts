import 'server-only'
import { z } from 'zod'

/** Where a page ended, as a text for an address. Reads back null for anything that is not one of ours. */
export const writeCursor = (values: readonly (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

export function readCursor<S extends z.ZodType>(cursor: string | null | undefined, shape: S): z.output<S> | null {
  if (cursor == null || cursor === '') return null
  try {
    return shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

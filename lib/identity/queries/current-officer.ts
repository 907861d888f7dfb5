import 'server-only'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { reference } from '@/lib/platform/db'
import { readCookie } from '../cookies'
import type { Officer } from '../domain/actor'
import { roles } from '../domain/permissions'
import { classOfToken, officerSessionLimits } from '../domain/session-limits'
import { openOfficerToken, sessionHash } from '../session-token'
import { here } from './here'

/** The officer at this request, with what the bar of the screen shows. */
export type SignedInOfficer = Officer & { username: string; counterName: string | null }

const Row = z.object({
  account_id: z.string(),
  commune_id: z.string(),
  staff_id: z.string(),
  unit_id: z.string(),
  unit_key: z.string(),
  roles: z.array(z.string()),
  full_name: z.string(),
  title: z.string(),
  counter_name: z.string().nullable(),
  username: z.string(),
  stands_in_for: z.array(z.object({ staffId: z.uuid(), name: z.string(), unitKey: z.string(), roles: z.array(z.string()) })),
})

/**
 * The officer of this request, or null. Asked once per request however many parts ask; the database answers in one statement,
 * so that a disabled account, a raised account version or an ended session is out at the next click.
 */
export const currentOfficer = cache(async (): Promise<SignedInOfficer | null> => {
  const token = await openOfficerToken(await readCookie('mc-officer'))
  return token === null ? null : officerOfToken(token)
})

/** The officer of this request; whoever is not signed in goes to the sign-in page and comes back here afterwards. */
export async function requireOfficer(): Promise<SignedInOfficer> {
  const officer = await currentOfficer()
  if (officer !== null) return officer
  redirect(`/can-bo/dang-nhap?tiep=${encodeURIComponent(await here('/can-bo'))}`)
}

/** Whose session token this is, if the session still stands. Notes that it was seen. */
export async function officerOfToken(token: string): Promise<SignedInOfficer | null> {
  const idle = `${officerSessionLimits[classOfToken(token)].idle} minutes`
  const rows = await reference().$queryRaw`select * from mc_officer_of_session(${sessionHash(token)}, ${idle}::interval)`
  const [row] = z.array(Row).parse(rows)
  if (row === undefined) return null
  return {
    kind: 'officer',
    accountId: row.account_id,
    staffId: row.staff_id,
    communeId: row.commune_id,
    unitId: row.unit_id,
    unitKey: row.unit_key,
    roles: roles.filter((role) => row.roles.includes(role)),
    name: row.full_name,
    title: row.title,
    username: row.username,
    counterName: row.counter_name,
    standsInFor: row.stands_in_for.map((absent) => ({ ...absent, roles: roles.filter((role) => absent.roles.includes(role)) })),
  }
}

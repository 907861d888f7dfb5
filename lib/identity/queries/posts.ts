import 'server-only'
import { z } from 'zod'
import { reference } from '@/lib/platform/db'
import type { Officer } from '../domain/actor'
import { roles } from '../domain/permissions'
import type { Post } from '../domain/post'

const Row = z.object({ commune_id: z.string(), staff_id: z.string(), commune_name: z.string(), title: z.string(), roles: z.array(z.string()) })

/** Where an officer may serve today, by name of commune. More than one: the bar shows the switcher. */
export const postsOf = (officer: Pick<Officer, 'accountId'>): Promise<Post[]> => postsOfAccount(officer.accountId)

export async function postsOfAccount(accountId: string): Promise<Post[]> {
  const rows = await reference().$queryRaw`select * from mc_posts_of_account(${accountId}::uuid)`
  return z.array(Row).parse(rows).map((row) => ({
    communeId: row.commune_id,
    staffId: row.staff_id,
    communeName: row.commune_name,
    title: row.title,
    roles: roles.filter((role) => row.roles.includes(role)),
  }))
}

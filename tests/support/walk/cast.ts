import type pg from 'pg'
import type { Citizen, Officer } from '@/lib/identity/domain/actor'
import type { LocalDate } from '@/lib/kernel/local-date'
import { catalogue, procedureInForce } from '@/lib/procedures/store'
import { aCitizen, communeId as idOf, type Login, officerOf } from '@/tests/builders/people'

const logins: readonly Login[] = ['chutich', 'phochutich', 'giamdoc', 'quay1', 'quay2', 'tuphap', 'truongtuphap', 'kinhte', 'truongkinhte', 'vanthu', 'quantri']

/** Everyone who acts in one commune. */
export type Cast = { slug: string; communeId: string; officers: readonly Officer[]; desk: Officer; administrator: Officer; owner: Citizen; stranger: Citizen; procedures: readonly string[] }

export async function castOf(owner: pg.Client, slug: string, firstDay: LocalDate): Promise<Cast> {
  const officers: Officer[] = []
  for (const login of logins) officers.push(await officerOf(owner, slug, login))
  const communeId = await idOf(owner, slug)
  const { versions } = await catalogue()
  const codes = new Set(versions.filter((version) => version.onlyCommuneId === null && !version.settledOnTheSpot && version.steps.length > 1).map(({ procedureCode }) => procedureCode))
  const procedures: string[] = []
  for (const code of [...codes].toSorted()) if ((await procedureInForce(code, firstDay, communeId)) !== null) procedures.push(code)
  const has = (role: Officer['roles'][number]): Officer => officers.find(({ roles }) => roles.includes(role))!
  return {
    slug, communeId, officers, desk: has('desk-officer'), administrator: has('administrator'), owner: await aCitizen(owner), stranger: await aCitizen(owner),
    procedures: procedures.slice(0, 24),
  }
}

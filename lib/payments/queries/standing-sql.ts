import 'server-only'
import { Prisma } from '@/lib/platform/db'
import type { PaymentStanding } from '../domain/payment'

const has = (state: 'owed' | 'paid' | 'refunded' | 'exempt'): Prisma.Sql =>
  Prisma.sql`exists (select from payment_record m where m.commune_id = d.commune_id and m.dossier_id = d.id and m.state = ${state})`

/** The rule of `paymentStanding` as a condition on the dossier `d`: a test holds both to the same answers. */
export function standingSql(standing: PaymentStanding): Prisma.Sql {
  const not = (...states: ('owed' | 'paid' | 'refunded' | 'exempt')[]): Prisma.Sql => Prisma.join(states.map((state) => Prisma.sql`not ${has(state)}`), ' and ')
  switch (standing) {
    case 'owed': return has('owed')
    case 'paid': return Prisma.sql`${has('paid')} and ${not('owed')}`
    case 'refunded': return Prisma.sql`${has('refunded')} and ${not('owed', 'paid')}`
    case 'exempt': return Prisma.sql`${has('exempt')} and ${not('owed', 'paid', 'refunded')}`
    case 'none': return not('owed', 'paid', 'refunded', 'exempt')
  }
}

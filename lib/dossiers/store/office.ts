import 'server-only'
import { phone } from '@/lib/kernel/format'
import type { Tx } from '@/lib/platform/db'
import { committeeName, inSentence, placeName, serviceCentreName } from '@/lib/units/domain/commune'
import { communeById } from '@/lib/units/queries/communes'
import type { HeadFacts } from './paper-facts'

/** The office that issues the papers of a commune, as their heads print it today. A commune without a centre has a desk (bộ phận). */
export async function officeOf(tx: Tx): Promise<HeadFacts> {
  const commune = await communeById(tx.communeId)
  if (commune === null) throw new Error(`No active commune ${tx.communeId}`)
  const centre = await tx.unit.findFirst({ where: { communeId: tx.communeId, key: 'one-stop-desk', kind: 'service-centre', validTo: null }, select: { id: true } })
  return {
    issuerKind: centre === null ? 'one-stop-desk' : 'service-centre',
    governingBody: committeeName(commune),
    issuerName: centre === null ? `Bộ phận Tiếp nhận và Trả kết quả ${inSentence(commune)}` : serviceCentreName(commune),
    place: placeName(commune),
    hotline: `${phone(commune.phone)}, giờ làm việc`,
  }
}

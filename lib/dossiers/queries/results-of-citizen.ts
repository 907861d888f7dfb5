import 'server-only'
import type { Citizen } from '@/lib/identity/domain/actor'
import { inCitizen, inCommune } from '@/lib/platform/db'
import { verifyUrl } from '@/lib/signatures/verify-address'
import { communeById } from '@/lib/units/queries/communes'
import type { ReturnChannel } from '../domain/dossier'
import type { Outcome } from '../domain/events'

/** A result that stands, for whoever applied or handed in: to keep, to show, to check. */
export type CitizenResult = {
  communeId: string
  communeName: string
  dossierId: string
  code: string
  procedureName: string
  outcome: Outcome
  number: string | null
  resolvedAt: Date
  returnedAt: Date | null
  returnChannel: ReturnChannel
  isPosted: boolean
  /** Null: there is only a paper copy. */
  file: { name: string; size: number } | null
  /** Where anybody can check it, "https://…"; null where there is nothing electronic to check. */
  verifyUrl: string | null
}

const MOST = 100

/** The results of one citizen from every commune, the latest first. */
export async function resultsOfCitizen({ citizenId, kind }: Citizen): Promise<CitizenResult[]> {
  const dossiers = await inCitizen(citizenId, (tx) =>
    tx.dossier.findMany({
      where: { OR: [{ applicantCitizenId: citizenId }, { submitterCitizenId: citizenId }], stage: { in: ['resolved', 'returned'] } }, orderBy: [{ resolvedAt: 'desc' }, { id: 'desc' }], take: MOST,
      select: { communeId: true, id: true, code: true, procedureName: true, resolvedAt: true, returnedAt: true, returnChannel: true, delivery: true },
    }),
  )
  const shown: CitizenResult[] = []
  for (const communeId of new Set(dossiers.map((dossier) => dossier.communeId))) {
    const here = dossiers.filter((dossier) => dossier.communeId === communeId)
    const [commune, found] = [await communeById(communeId), await inCommune({ kind, citizenId }, communeId, async (tx) => {
      const results = await tx.dossierResult.findMany({ where: { communeId, dossierId: { in: here.map(({ id }) => id) } }, select: { dossierId: true, outcome: true, number: true, attachmentId: true } })
      const files = await tx.attachment.findMany({
        where: { communeId, id: { in: results.flatMap(({ attachmentId }) => attachmentId ?? []) }, removedAt: null, scan: { not: 'quarantined' } }, select: { id: true, name: true, size: true },
      })
      return { results, files }
    })]
    for (const { id, resolvedAt, returnChannel, delivery, ...dossier } of here) {
      const result = found.results.find(({ dossierId }) => dossierId === id)
      if (result === undefined || resolvedAt === null) continue
      const file = found.files.find((each) => each.id === result.attachmentId) ?? null
      shown.push({
        ...dossier, dossierId: id, communeName: commune?.name ?? '', resolvedAt, returnChannel: returnChannel as ReturnChannel, outcome: result.outcome as Outcome, number: result.number, isPosted: delivery === 'posted',
        file: file === null ? null : { name: file.name, size: file.size }, verifyUrl: file === null || commune === null ? null : verifyUrl(commune.slug, { kind: 'result', id }),
      })
    }
  }
  return shown.toSorted((a, b) => b.resolvedAt.getTime() - a.resolvedAt.getTime())
}

import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'

export const dynamic = 'force-dynamic'

/** The use case of the product behind a bare door: key, code, dossier, persons, papers, event, chain, outbox. */
export async function POST(request: Request): Promise<Response> {
  const { communeId, citizenId, draftId } = (await request.json()) as Record<'communeId' | 'citizenId' | 'draftId', string>
  const answer = await submitDossier({ kind: 'citizen', citizenId }, { communeId, draftId })
  return Response.json(answer, { status: answer.ok ? 200 : 422 })
}

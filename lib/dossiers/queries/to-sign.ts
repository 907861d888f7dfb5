import 'server-only'
import { z } from 'zod'
import type { PaperForm } from '@/lib/documents/domain/official-paper'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune, type Tx } from '@/lib/platform/db'
import type { SigningRole, Verdict } from '@/lib/signatures/domain/signature'
import { formsSignedByLeader } from '../domain/signed-papers'

export type ResultToSign = {
  id: string
  code: string
  procedureName: string
  applicant: string | null
  outcome: 'granted' | 'denied'
  summary: string
  number: string | null
  dueAt: Date | null
  preparedBy: string | null
  /** Prepared by this very officer: another leader must sign it. */
  ownHand: boolean
  /** Null: no PDF is attached, so that only pen and ink are left. */
  file: { id: string; name: string; verdict: Verdict | null } | null
  /** The leader's digital signature over the file as it stands; the seal asks for it. */
  leader: { name: string; signedAt: Date } | null
}
export type PaperToSign = { id: string; form: PaperForm; numberText: string; issuedAt: Date; dossierCode: string | null; applicant: string | null; leader: { name: string; signedAt: Date } | null }
export type ToSign = { results: ResultToSign[]; papers: PaperToSign[] }

const MOST = 50
/** Older papers were signed by pen long ago, or went out unsigned. @unit days */
const PAPERS_OF = 30

const ResultRow = z.object({
  id: z.uuid(), code: z.string(), procedure_name: z.string(), applicant: z.string().nullable(), outcome: z.enum(['granted', 'denied']).nullable(), summary: z.string().nullable(), number: z.string().nullable(),
  due_at: z.date().nullable(), preparer: z.string().nullable(), prepared_by: z.string().nullable(), file_id: z.uuid().nullable(), file_name: z.string().nullable(), verdict: z.string().nullable(),
  leader_name: z.string().nullable(), leader_at: z.date().nullable(),
})
const PaperRow = z.object({ id: z.uuid(), form: z.string(), number_text: z.string(), issued_at: z.date(), code: z.string().nullable(), applicant: z.string().nullable(), leader_name: z.string().nullable(), leader_at: z.date().nullable() })

/** What waits for a digital signature of the leader, or for the digital seal: the most urgent first, no more than one batch takes. */
export async function toSign(officer: Officer, role: SigningRole): Promise<Result<ToSign, { code: 'forbidden' }>> {
  if (!may(officer, role === 'leader' ? 'dossier.sign-digitally' : 'dossier.seal-digitally', { communeId: officer.communeId })) return fail({ code: 'forbidden' })
  return inCommune(officer, async (tx) => ok({ results: await resultsToSign(tx, officer, role), papers: await papersToSign(tx, role) }))
}

async function resultsToSign(tx: Tx, officer: Officer, role: SigningRole): Promise<ResultToSign[]> {
  const rows = z.array(ResultRow).parse(await tx.$queryRaw`
    select d.id, d.code, d.procedure_name, p.full_name as applicant, r.outcome, r.summary, r.number, d.due_at, m.full_name as preparer, r.prepared_by,
      a.id as file_id, a.name as file_name, c.verdict, s.signer_name as leader_name, s.signed_at as leader_at
    from dossier d
    left join dossier_party p on p.commune_id = d.commune_id and p.dossier_id = d.id and p.part = 'applicant'
    left join dossier_result r on r.commune_id = d.commune_id and r.dossier_id = d.id
    left join staff_member m on m.commune_id = d.commune_id and m.id = r.prepared_by
    left join attachment a on a.commune_id = d.commune_id and a.id = r.attachment_id and a.mime = 'application/pdf' and a.removed_at is null and a.scan <> 'quarantined'
    left join signature_check c on c.commune_id = a.commune_id and c.attachment_id = a.id
    left join digital_signature s on s.commune_id = a.commune_id and s.sha256_after = a.sha256 and s.role = 'leader'
    where d.commune_id = ${tx.communeId}::uuid and d.stage = 'in-progress' and d.clock = 'running' and d.step_key = ${role === 'leader' ? 'approve' : 'seal'}
    order by d.due_at asc nulls last, d.id limit ${MOST}`)
  return rows.map((row) => ({
    id: row.id, code: row.code, procedureName: row.procedure_name, applicant: row.applicant, outcome: row.outcome ?? 'granted', summary: row.summary ?? '', number: row.number, dueAt: row.due_at,
    preparedBy: row.preparer, ownHand: row.prepared_by === officer.staffId, leader: leaderOf(row),
    file: row.file_id === null ? null : { id: row.file_id, name: row.file_name ?? '', verdict: row.verdict as Verdict | null },
  }))
}

async function papersToSign(tx: Tx, role: SigningRole): Promise<PaperToSign[]> {
  const since = new Date(now().getTime() - PAPERS_OF * 24 * 3_600_000)
  const rows = z.array(PaperRow).parse(await tx.$queryRaw`
    select o.id, o.form, o.number_text, o.issued_at, d.code, p.full_name as applicant, l.signer_name as leader_name, l.signed_at as leader_at
    from official_paper o
    left join dossier d on d.commune_id = o.commune_id and d.id = o.dossier_id
    left join dossier_party p on p.commune_id = o.commune_id and p.dossier_id = o.dossier_id and p.part = 'applicant'
    left join digital_signature l on l.commune_id = o.commune_id and l.paper_id = o.id and l.role = 'leader'
    where o.commune_id = ${tx.communeId}::uuid and o.form = any(${[...formsSignedByLeader]}) and o.issued_at >= ${since} and o.numbering <> 'waiting'
      and (l.id is not null) = ${role === 'seal'}
      and not exists (select from digital_signature s where s.commune_id = o.commune_id and s.paper_id = o.id and s.role = 'seal')
    order by o.issued_at, o.id limit ${MOST}`)
  return rows.map((row) => ({ id: row.id, form: row.form as PaperForm, numberText: row.number_text, issuedAt: row.issued_at, dossierCode: row.code, applicant: row.applicant, leader: leaderOf(row) }))
}

const leaderOf = ({ leader_name, leader_at }: { leader_name: string | null; leader_at: Date | null }): { name: string; signedAt: Date } | null =>
  leader_name === null || leader_at === null ? null : { name: leader_name, signedAt: leader_at }

/** How many results and papers wait for the officer's digital signature; for the tab. */
export async function toSignCount(officer: Officer): Promise<number> {
  const waiting = await toSign(officer, 'leader')
  return waiting.ok ? waiting.value.results.filter(({ file, ownHand }) => file !== null && !ownHand).length + waiting.value.papers.length : 0
}

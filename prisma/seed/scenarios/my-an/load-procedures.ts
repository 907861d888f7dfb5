import pg from 'pg'
import { general as generalForm } from '@/lib/procedures/forms/general'
import { addDays, localDate } from '@/lib/kernel/local-date'
import { verifiableParts, type ProcedureVersion } from '@/lib/procedures/domain/procedure'
import { insertVersion } from '../../load-procedures'
import { proceduresOf2012, type ProcedureOf2012 } from './procedures'

export const DEMONSTRATION_DECISION = 'Dữ liệu trình diễn'

/** Versions of the time, which only this commune uses and which ended long ago. Entered once; reference tables are the owner's. */
export async function loadProceduresOf2012(ownerUrl: string, communeId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('begin')
    const { rows } = await owner.query<{ procedure_code: string }>('select procedure_code from procedure_version where only_commune_id = $1', [communeId])
    const known = new Set(rows.map((row) => row.procedure_code))
    for (const procedure of proceduresOf2012.filter(({ code }) => !known.has(code))) {
      await insertVersion(owner, procedure.code, versionOf(procedure), { formId: generalForm.id, process: { settledOnTheSpot: false, steps: stepsOf(procedure) } }, communeId)
    }
    if (known.size < proceduresOf2012.length) await owner.query('insert into catalogue_revision (id, revision) values (1, 1) on conflict (id) do update set revision = catalogue_revision.revision + 1')
    await owner.query('commit')
  } catch (fault) {
    await owner.query('rollback')
    throw fault
  } finally {
    await owner.end()
  }
}

const stepsOf = ({ unit }: ProcedureOf2012) => [
  { key: 'settle' as const, name: 'Thẩm tra, giải quyết hồ sơ', role: 'case-officer' as const, unit, internalHours: null, skippable: false },
  { key: 'approve' as const, name: 'Chủ tịch ký', role: 'leader' as const, unit: 'committee' as const, internalHours: null, skippable: false },
]

const versionOf = ({ name, limit, limitNote, document, result }: ProcedureOf2012): ProcedureVersion => ({
  name,
  decision: DEMONSTRATION_DECISION,
  effectiveFrom: localDate('2011-01-01'),
  effectiveTo: addDays(localDate('2012-12-31'), 1),
  interAgency: false,
  unverified: [...verifiableParts],
  content: {
    plainName: name, keywords: [], audience: ['person'], executingAgency: 'UBND thị trấn', onlineLevel: 'in-person', channels: ['desk'], conditions: null, resultValidity: null,
    results: [result], steps: [], legalBasis: [DEMONSTRATION_DECISION], sources: [], asOf: localDate('2012-01-01'), sourceUpdatedAt: null, confidence: 'partly-sourced',
    statusNote: 'Phiên bản của năm 2012, chỉ để trình diễn số liệu; chưa đối chiếu văn bản.',
  },
  variants: [{
    key: 'thong-thuong', name: 'Thông thường', limits: { every: limit }, limitNote, verificationExtension: null, verificationNote: null, legs: [], fees: [],
    documents: [{ key: 'giay-to', name: document, plainName: null, kind: 'paper', originals: 1, copies: 0, required: true, condition: null, note: null, template: null, presentOnly: false, channels: null, insteadOf: null }],
  }],
})

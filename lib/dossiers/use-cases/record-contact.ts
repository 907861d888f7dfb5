import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { issuePaper, numberPattern, type IssuedPaper } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { RecordContactInput } from '../inputs'
import { officeOf } from '../store/office'
import type { SupplementFacts } from '../store/paper-facts'
import { caseOf, type ProcedureProblem } from '../store/procedure-facts'
import { itemSentence } from './request-supplement'

type Problem = ProcedureProblem | { code: 'forbidden'; action: 'accept' } | { code: 'nothing-missing' }

/** A walk-in that cannot be received yet: counted without a code, and given everything that is missing in writing (Mẫu 02). */
export async function recordContact(officer: Officer, input: z.output<typeof RecordContactInput>): Promise<Result<{ contactId: string; paper: IssuedPaper }, Problem>> {
  const at = now()
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) return fail({ code: 'forbidden', action: 'accept' })
  if (input.missing.length === 0) return fail({ code: 'nothing-missing' })
  const under = await caseOf(officer.communeId, input.procedureCode, null, at)
  if (!under.ok) return under
  const { procedureCode, fullName, missing, reason } = input
  return inCommune(officer, async (tx) => {
    const contactId = uuidv7()
    const head = await officeOf(tx)
    const data: SupplementFacts = {
      head, items: missing.map(itemSentence), reason, supplementBy: null, guideName: officer.name,
      contact: { name: fullName ?? '', content: under.value.version.content.plainName },
    }
    const paper = await issuePaper(tx, { form: 'supplement-request', dossierId: null, numberPattern: numberPattern('supplement-request', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data })
    await tx.contactRecord.create({ data: { communeId: tx.communeId, id: contactId, procedureCode, fullName, reason, staffId: officer.staffId, at, kind: 'incomplete', paperId: paper.id } })
    return ok({ contactId, paper })
  })
}

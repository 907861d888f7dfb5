import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { issuePaper, numberPattern, type IssuedPaper } from '@/lib/documents/store'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import type { RefuseAtDeskInput } from '../inputs'
import { officeOf } from '../store/office'
import type { RefusalFacts } from '../store/paper-facts'
import { caseOf, type ProcedureProblem } from '../store/procedure-facts'
import { refusalSentences } from '../wording'

type Problem = ProcedureProblem | { code: 'forbidden'; action: 'refuse' }

/** A walk-in that the desk may not receive: counted without a code, and told why in writing (Mẫu 03). */
export async function refuseAtDesk(officer: Officer, input: z.output<typeof RefuseAtDeskInput>): Promise<Result<{ contactId: string; paper: IssuedPaper }, Problem>> {
  const at = now()
  if (!may(officer, 'dossier.refuse', { communeId: officer.communeId })) return fail({ code: 'forbidden', action: 'refuse' })
  const under = await caseOf(officer.communeId, input.procedureCode, null, at)
  if (!under.ok) return under
  const { procedureCode, fullName } = input
  const reasons = refusalSentences(input)
  return inCommune(officer, async (tx) => {
    const contactId = uuidv7()
    const head = await officeOf(tx)
    const data: RefusalFacts = { head, reasons, receiverName: officer.name, contact: { name: fullName ?? '', content: under.value.version.content.plainName } }
    const paper = await issuePaper(tx, { form: 'refusal', dossierId: null, numberPattern: numberPattern('refusal', head.issuerKind), issuedBy: officer.staffId, issuedAt: at, data })
    await tx.contactRecord.create({ data: { communeId: tx.communeId, id: contactId, procedureCode, fullName, reason: reasons.join(' '), staffId: officer.staffId, at, kind: 'refused', paperId: paper.id } })
    return ok({ contactId, paper })
  })
}

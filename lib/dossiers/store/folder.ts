import 'server-only'
import { z } from 'zod'
import { messageFailures } from '@/lib/notifications/domain/failure'
import { holdReasons, messageChannels, messageStates } from '@/lib/notifications/domain/message'
import { paymentKinds, paymentStates } from '@/lib/payments/domain/payment'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { supplementEffects } from '../domain/events'

const instant = z.coerce.date()
const maybe = <S extends z.ZodType>(schema: S) => schema.nullable()

const Party = z.object({
  part: z.enum(['applicant', 'submitter']), kind: z.enum(['person', 'organisation']), full_name: z.string(), personal_id: maybe(z.string()), birth: maybe(z.string()),
  sex: maybe(z.enum(['male', 'female'])), address: maybe(z.string()), phone: maybe(z.string()), email: maybe(z.string()), mandate: maybe(z.string()),
})
const Document = z.object({ document_key: maybe(z.string()), name: z.string(), originals: z.int(), certified: z.int(), copies: z.int(), note: maybe(z.string()) })
const Event = z.object({
  id: z.uuid(), seq: z.coerce.number(), type: z.string(), occurred_at: instant, recorded_at: instant, actor_kind: z.enum(['officer', 'citizen', 'system']), actor_id: maybe(z.uuid()),
  payload: z.record(z.string(), z.unknown()), note: maybe(z.string()),
})
const Request = z.object({
  id: z.uuid(), round: z.int(), at_intake: z.boolean(), items: z.array(z.object({ documentKey: maybe(z.string()), name: z.string(), sentence: z.string() })), reason: z.string(),
  requested_at: instant, deadline_on: maybe(z.string()), supplied_at: maybe(instant), supplied_items: z.array(z.string()).nullish(),
})
const Outcome = z.object({
  number: maybe(z.string()), outcome: z.enum(['granted', 'denied']), summary: z.string(), attachment_id: maybe(z.uuid()), prepared_at: instant, prepared_by: z.uuid(),
  signed_at: maybe(instant), signed_by: maybe(z.uuid()), sealed_at: maybe(instant), sealed_by: maybe(z.uuid()), returned_to: maybe(z.string()), denial_reason: z.string().nullish(), legal_basis: z.string().nullish(),
})
const Paper = z.object({ id: z.uuid(), form: z.string(), number_text: z.string(), issued_at: instant })
const Attachment = z.object({ id: z.uuid(), document_key: maybe(z.string()), kind: z.enum(['paper', 'supplement', 'result']), name: z.string(), mime: z.string(), size: z.int(), scan: z.string(), created_at: instant })
const Message = z.object({
  id: z.uuid(), channel: z.enum(messageChannels), template: z.string(), recipient: z.string(), state: z.enum(messageStates), failure: maybe(z.enum(messageFailures)), held: maybe(z.enum(holdReasons)),
  send_after: maybe(instant), created_at: instant, sent_at: maybe(instant), failed_at: maybe(instant),
})
const Payment = z.object({ id: z.uuid(), kind: z.enum(paymentKinds), amount_vnd: z.int(), basis: z.string(), state: z.enum(paymentStates), paid_at: maybe(instant) })
const Staff = z.object({ id: z.uuid(), full_name: z.string(), title: z.string(), counter_name: maybe(z.string()) })

const Folder = z.tuple([
  z.object({
    parties: z.array(Party), documents: z.array(Document), events: z.array(Event), requests: z.array(Request), results: z.array(Outcome), papers: z.array(Paper),
    attachments: z.array(Attachment), messages: z.array(Message), payments: z.array(Payment), staff: z.array(Staff), forms: z.array(z.object({ form_id: z.string(), answers: z.unknown() })),
    rated: z.boolean(), reopened_from: maybe(z.string()), reopened_as: maybe(z.string()), supplement_rule: z.enum(supplementEffects), external_code: maybe(z.string()), settled_on_the_spot: z.boolean(),
  }),
])
export type Folder = z.output<typeof Folder>[0]

/** Everything that lies with a dossier, in one statement: a screen that asks table by table would ask a dozen times. */
export async function folderOf(tx: Tx, dossierId: string): Promise<Folder> {
  const rows = await tx.$queryRaw`
    select
      (select coalesce(jsonb_agg(to_jsonb(p) order by p.part), '[]') from dossier_party p where p.commune_id = d.commune_id and p.dossier_id = d.id) as parties,
      (select coalesce(jsonb_agg(to_jsonb(x) order by x.position), '[]') from dossier_document x where x.commune_id = d.commune_id and x.dossier_id = d.id) as documents,
      (select coalesce(jsonb_agg(to_jsonb(e) || jsonb_build_object('note', (select n.text from dossier_note n where n.commune_id = e.commune_id and n.event_id = e.id limit 1)) order by e.seq), '[]')
        from dossier_event e where e.commune_id = d.commune_id and e.dossier_id = d.id) as events,
      (select coalesce(jsonb_agg(to_jsonb(r) order by r.round), '[]') from supplement_request r where r.commune_id = d.commune_id and r.dossier_id = d.id) as requests,
      (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from dossier_result r where r.commune_id = d.commune_id and r.dossier_id = d.id) as results,
      (select coalesce(jsonb_agg(to_jsonb(o) - 'data' order by o.issued_at, o.id), '[]') from official_paper o where o.commune_id = d.commune_id and o.dossier_id = d.id) as papers,
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.created_at, a.id), '[]') from attachment a where a.commune_id = d.commune_id and a.dossier_id = d.id and a.removed_at is null) as attachments,
      (select coalesce(jsonb_agg(to_jsonb(m) - 'body' - 'subject' order by m.created_at, m.id), '[]') from message m where m.commune_id = d.commune_id and m.dossier_id = d.id) as messages,
      (select coalesce(jsonb_agg(to_jsonb(m) order by m.id), '[]') from payment_record m where m.commune_id = d.commune_id and m.dossier_id = d.id) as payments,
      (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from staff_member s where s.commune_id = d.commune_id and (s.id = d.assignee_id or s.id in (
        select e.actor_id from dossier_event e where e.commune_id = d.commune_id and e.dossier_id = d.id
        union select unnest(array[e.payload ->> 'assigneeId', e.payload ->> 'fromId', e.payload ->> 'onBehalfOf'])::uuid from dossier_event e where e.commune_id = d.commune_id and e.dossier_id = d.id))) as staff,
      (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from dossier_form f where f.commune_id = d.commune_id and f.dossier_id = d.id) as forms,
      exists (select from rating g where g.commune_id = d.commune_id and g.dossier_id = d.id) as rated,
      (select f.code from dossier f where f.commune_id = d.commune_id and f.id = d.reopened_from_id) as reopened_from,
      (select f.code from dossier f where f.commune_id = d.commune_id and f.id = d.reopened_as_id) as reopened_as,
      coalesce((select r.effect from supplement_clock_rule r where coalesce(r.procedure_code, d.procedure_code) = d.procedure_code
        and r.effective_from <= today.day and coalesce(r.effective_to, 'infinity') > today.day order by r.procedure_code nulls last, r.effective_from desc limit 1), 'pause') as supplement_rule,
      d.external_code, d.settled_on_the_spot
    from dossier d cross join (select ${localDateOf(now())}::date as day) today where d.commune_id = ${tx.communeId}::uuid and d.id = ${dossierId}::uuid`
  return Folder.parse(rows)[0]
}

import type { QueueFilter, QueueScope } from '@/lib/dossiers/queries/open-dossiers'
import type { Channel, StepKey } from '@/lib/dossiers/domain/dossier'
import type { Urgency } from '@/lib/dossiers/domain/urgency'
import type { Officer } from '@/lib/identity/domain/actor'
import { parseLocalDate } from '@/lib/kernel/local-date'
import type { PaymentStanding } from '@/lib/payments/domain/payment'

/** What the address of the queue says. Words of the address are Vietnamese, as everywhere. */
export const urgencySlug = { overdue: 'qua-han', today: 'hom-nay', tomorrow: 'ngay-mai', within: 'trong-han', paused: 'tam-dung' } as const satisfies Record<Urgency, string>
export const stepSlug = { settle: 'giai-quyet', appraise: 'tham-dinh', approve: 'phe-duyet', seal: 'dong-dau' } as const satisfies Record<StepKey, string>
export const channelSlug = { online: 'truc-tuyen', desk: 'tai-quay', post: 'buu-chinh', 'national-portal': 'cong-quoc-gia' } as const satisfies Record<Channel, string>
export const scopeSlug = { mine: 'toi', unit: 'phong', all: 'xa' } as const satisfies Record<QueueScope, string>
export const paymentSlug = { owed: 'chua-nop', paid: 'da-nop', exempt: 'mien', refunded: 'da-hoan', none: 'khong-thu' } as const satisfies Record<PaymentStanding, string>
/** Online filings before any step of the process. */
const ACCEPTANCE = 'tiep-nhan'

export type QueueQuery = Partial<Record<'han' | 'linh-vuc' | 'buoc' | 'kenh' | 'phi' | 'cua' | 'tu' | 'sau' | 'xong' | 'khong' | 'chia', string>>

/** The state of the page: everything that a link may change. */
export type QueueView = Required<Omit<QueueFilter, 'step'>> & { step: StepKey | 'accept' | null; scope: QueueScope }

const keyOf = <K extends string>(slugs: Record<K, string>, slug: string | undefined): K | null =>
  (Object.keys(slugs) as K[]).find((key) => slugs[key] === slug) ?? null

/** Whoever works at a step begins with the own work; the desk, which has none, sees the whole commune. */
export const usualScope = (officer: Officer): QueueScope =>
  officer.roles.some((role) => role === 'case-officer' || role === 'department-head' || role === 'leader' || role === 'records-clerk') ? 'mine' : 'all'

export function readQueueView(query: QueueQuery, officer: Officer): QueueView {
  return {
    urgency: keyOf(urgencySlug, query.han),
    field: query['linh-vuc'] ?? null,
    step: query.buoc === ACCEPTANCE ? 'accept' : keyOf(stepSlug, query.buoc),
    channel: keyOf(channelSlug, query.kenh),
    scope: keyOf(scopeSlug, query.cua) ?? usualScope(officer),
    receivedFrom: query.tu === undefined ? null : parseLocalDate(query.tu),
    payment: keyOf(paymentSlug, query.phi),
    after: query.sau ?? null,
  }
}

/** The address of the queue with some of it changed; a change of filter goes back to the first page. */
export function queueHref(view: QueueView, change: Partial<QueueView> = {}): string {
  const { urgency, field, step, channel, scope, receivedFrom, payment, after } = { ...view, after: null, ...change }
  const query = new URLSearchParams()
  query.set('cua', scopeSlug[scope])
  if (urgency !== null) query.set('han', urgencySlug[urgency])
  if (field !== null) query.set('linh-vuc', field)
  if (step !== null) query.set('buoc', step === 'accept' ? ACCEPTANCE : stepSlug[step])
  if (channel !== null) query.set('kenh', channelSlug[channel])
  if (receivedFrom !== null) query.set('tu', receivedFrom)
  if (payment !== null) query.set('phi', paymentSlug[payment])
  if (after !== null) query.set('sau', after)
  return `/can-bo?${query}`
}

export const dossierHref = (code: string): string => `/can-bo/ho-so/${encodeURIComponent(code)}`

/** Who would get these, before anything is given out. */
export const shareHref = (dossierIds: readonly string[]): string => `/can-bo/phan-cong?${new URLSearchParams({ hs: [...new Set(dossierIds)].join(',') })}`

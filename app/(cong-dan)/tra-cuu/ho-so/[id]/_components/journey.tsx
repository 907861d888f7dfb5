import { Timeline, type TimelineItem } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-heading'
import { paperName } from '@/lib/documents/wording'
import type { PaperView } from '@/lib/dossiers/queries/dossier-detail'
import type { TrackedDossier } from '@/lib/dossiers/queries/tracked-dossier'
import { returnPlace } from '@/lib/dossiers/wording'
import { longInstant } from '@/lib/kernel/format'

/** Papers that are of use to the citizen; the control sheet and the register are the office's own. */
const shownPapers: readonly PaperView['form'][] = ['receipt-slip', 'supplement-request', 'refusal', 'apology', 'discontinuation', 'result-cover']

/** Where the dossier is: what happened, what is being done now, what is still to come. */
export function Journey({ dossier }: { dossier: TrackedDossier }) {
  return <Section title="Hồ sơ đang ở đâu">{dossier.reopenedFrom !== null && <p>Hồ sơ này giải quyết lại hồ sơ <span className="num">{dossier.reopenedFrom}</span>.</p>}{dossier.reopenedAs !== null && <p>Hồ sơ đã được mở lại với mã <span className="num">{dossier.reopenedAs}</span>. Mã bí mật của hồ sơ mới ghi trên giấy hẹn mới.</p>}<div className="mt-4"><Timeline items={[...happened(dossier), ...present(dossier), ...toCome(dossier)]} /></div></Section>
}

const currentStep = ({ steps }: TrackedDossier) => steps.find(({ state }) => state === 'now') ?? null

/** The line that says into which step the dossier went is told as the present step instead. */
const entersCurrent = (dossier: TrackedDossier, sentence: string): boolean => dossier.stage === 'in-progress' && sentence.endsWith(currentStep(dossier)?.name ?? '\u0000')

function happened(dossier: TrackedDossier): TimelineItem[] {
  const lines = dossier.story.filter(({ sentence }, position) => position < dossier.story.length - 1 || !entersCurrent(dossier, sentence))
  return lines.map(({ at, sentence }, position) => ({
    id: `${at.getTime()}-${position}`, state: 'done', title: sentence,
    detail: <><time dateTime={at.toISOString()}>{longInstant(at)}</time><Papers dossier={dossier} at={at} /></>,
  }))
}

function Papers({ dossier, at }: { dossier: TrackedDossier; at: Date }) {
  return dossier.papers
    .filter(({ form, issuedAt }) => shownPapers.includes(form) && issuedAt.getTime() === at.getTime())
    .map(({ id, form, numberText }) => <span key={id}>. <a href={`/tra-cuu/ho-so/${dossier.dossierId}/giay/${id}`}>{paperName[form]} số {numberText}</a></span>)
}

function present(dossier: TrackedDossier): TimelineItem[] {
  const now = (title: string, detail?: string): TimelineItem[] => [{ id: 'now', state: 'now', title, detail }]
  const step = currentStep(dossier)
  const last = dossier.story.at(-1)
  if (dossier.awaiting === 'supplement') return now('Chờ bạn bổ sung giấy tờ')
  if (dossier.awaiting === 'payment') return now('Chờ bạn nộp phí, lệ phí')
  switch (dossier.stage) {
    case 'submitted': return now('Quầy kiểm tra giấy tờ', dossier.acceptBy === null ? undefined : `Chậm nhất ${longInstant(dossier.acceptBy)}`)
    case 'received': return now('Chờ cán bộ nhận giải quyết', step?.name)
    case 'in-progress': return step === null ? [] : now(step.name, last !== undefined && entersCurrent(dossier, last.sentence) ? `Từ ${longInstant(last.at)}` : undefined)
    case 'resolved': return now('Chờ bạn nhận kết quả', capital(returnPlace[dossier.returnChannel]))
    default: return []
  }
}

function toCome({ stage, steps, returnChannel }: TrackedDossier): TimelineItem[] {
  if (stage !== 'submitted' && stage !== 'received' && stage !== 'in-progress') return []
  const next = steps.filter(({ state }) => state === 'to-come')
  return [
    ...next.map(({ position, name }): TimelineItem => ({ id: `step-${position}`, state: 'to-come', title: name })),
    { id: 'return', state: 'to-come', title: 'Trả kết quả', detail: `${capital(returnPlace[returnChannel])}. Có tin nhắn báo khi xong.` },
  ]
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

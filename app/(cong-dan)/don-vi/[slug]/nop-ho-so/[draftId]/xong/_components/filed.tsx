import { latestDueFrom } from '@/app/(cong-dan)/_components/latest-due'
import { DayStrip } from '@/components/calendar/day-strip'
import { DueBlock } from '@/components/calendar/due-block'
import { WhyList } from '@/components/calendar/why-list'
import { PrintButton } from '@/components/documents/print-button'
import { QrCode } from '@/components/documents/qr-code'
import { ButtonLink, ButtonRow } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Timeline } from '@/components/ui/lists'
import { Section } from '@/components/ui/page-heading'
import { dayStrip } from '@/lib/calendar/domain/day-strip'
import { lunarDateOf } from '@/lib/calendar/domain/lunar'
import { limitWithCutOff, lunarWords } from '@/lib/calendar/wording'
import { qrPath } from '@/lib/documents/render/qr'
import type { Submitted } from '@/lib/dossiers/use-cases/submit-dossier'
import { returnPlace } from '@/lib/dossiers/wording'
import { longInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { limitFor } from '@/lib/procedures/domain/procedure'
import type { Filing } from '../../../_components/filing-frame'

const grouped = (secret: string): string => secret.replace(/(.{5})(?=.)/g, '$1 ')

/** The receipt of an online filing: code, secret, QR, the day one can count on and what happens next. */
export function Filed({ filing, submitted }: { filing: Filing; submitted: Submitted }) {
  return (
    <div className="column pt-6 pb-10">
      <Receipt filing={filing} submitted={submitted} />
      {submitted.acceptBy !== null && <Expected filing={filing} acceptBy={submitted.acceptBy} />}
      {submitted.acceptBy === null && <p className="mt-6">Quầy đã trả lời hồ sơ này. Bấm Theo dõi hồ sơ để xem ngày hẹn và việc cần làm.</p>}
      <WhatNext filing={filing} submitted={submitted} />
      <ButtonRow className="no-print mt-8">
        <ButtonLink href={`/tra-cuu/ho-so/${submitted.dossierId}`}>Theo dõi hồ sơ</ButtonLink>
        <PrintButton>In hoặc lưu</PrintButton>
      </ButtonRow>
    </div>
  )
}

function Receipt({ filing, submitted }: { filing: Filing; submitted: Submitted }) {
  const qr = qrPath(`${env.publicUrl}/q/${submitted.token}`)
  return (
    <div className="receipt">
      <div className="receipt-head"><Icon name="circle-check" /><div><h1>Đã gửi hồ sơ</h1><p>{filing.version.content.plainName}, {longInstant(submitted.submittedAt)}</p></div></div>
      <div className="receipt-body">
        <p className="soft text-base">Mã hồ sơ</p>
        <p className="receipt-code">{submitted.code}</p>
        <div className="mt-4 flex flex-wrap items-start gap-4 border-t border-line pt-4">
          <QrCode path={qr.path} size={qr.size} label="Mã QR mở trang theo dõi hồ sơ này" />
          <div className="min-w-0 flex-1 basis-32">
            <p className="soft text-base">Mã bí mật để tra cứu</p>
            <p className="receipt-code">{grouped(submitted.secret)}</p>
            <p className="mt-2 text-base">Chụp lại màn hình này. Tin nhắn chỉ gửi mã hồ sơ, không gửi mã bí mật.</p>
          </div>
        </div>
      </div>
    </div>
  )
}

async function Expected({ filing, acceptBy }: { filing: Filing; acceptBy: Date }) {
  const limit = limitFor(filing.variant, 'online')
  const { due, calendar } = await latestDueFrom(filing.commune.id, acceptBy, limit)
  if (due === null) return <Section title="Ngày nhận kết quả"><p className="mt-3">Pháp luật không quy định thời hạn cho thủ tục này. Bạn nhận tin ngay khi có kết quả.</p></Section>
  return (
    <Section title="Ngày nhận kết quả dự kiến">
      <div className="mt-3">
        <DueBlock dueAt={due.dueAt} title="Chậm nhất" lunar={lunarWords(lunarDateOf(due.dueOn))}>
          Thường thì sớm hơn: quầy nhận đủ giấy tờ lúc nào, thời hạn tính từ lúc đó. Ngày chính thức ghi trên Giấy tiếp nhận.
        </DueBlock>
        <DayStrip days={dayStrip({ ...due, pausedSince: null }, due.dueOn, calendar)} today={localDateOf(now())} />
      </div>
      <div className="mt-3"><WhyList lines={due.explanation} limit={limitWithCutOff(limit)} today={localDateOf(now())} /></div>
    </Section>
  )
}

function WhatNext({ filing, submitted }: { filing: Filing; submitted: Submitted }) {
  const answered = submitted.acceptBy === null
  return (
    <Section title="Tiếp theo">
      <div className="mt-4">
        <Timeline
          items={[
            { id: 'sent', state: 'done', title: 'Bạn đã gửi', detail: longInstant(submitted.submittedAt) },
            { id: 'check', state: answered ? 'done' : 'now', title: 'Quầy kiểm tra giấy tờ', detail: answered ? 'Đã trả lời.' : `Chậm nhất ${longInstant(submitted.acceptBy!)}. Đủ thì gửi Giấy tiếp nhận ghi ngày hẹn chính thức. Thiếu thì nói một lần cho đủ.` },
            ...filing.version.steps.slice(0, 1).map((step) => ({ id: 'settle', state: 'to-come' as const, title: step.name })),
            { id: 'return', state: 'to-come', title: 'Bạn nhận kết quả', detail: `${filing.version.content.results.join(', ')}, ${returnPlace[filing.draft.returnChannel]}` },
          ]}
        />
      </div>
    </Section>
  )
}

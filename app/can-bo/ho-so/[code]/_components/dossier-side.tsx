import { PartySheet } from './party-sheet'
import { Pairs, Timeline } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import { limitWords } from '@/lib/calendar/wording'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { returnChannelLabel } from '@/lib/dossiers/wording'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'
import { money, moneyForOfficer, shortDay, tableInstant } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { stepStandingWords } from '@/lib/workflow/wording'
import { paymentKindLabel, paymentStateLabel } from '@/lib/payments/wording'

/** Beside the dossier: what is to be done, whose it is, what it costs, under which rules. */
export function DossierSide({ dossier, officer }: { dossier: DossierDetail; officer: SignedInOfficer }) {
  return (
    <aside className="grid content-start gap-2.5">
      <Sheet title="Việc phải làm"><Timeline items={todo(dossier)} /></Sheet>
      <PartySheet dossier={dossier} officer={officer} />
      <Sheet title="Phí và trả kết quả">
        <Pairs rows={[
          ...(dossier.payments.length === 0 ? [{ label: 'Phí, lệ phí', value: moneyForOfficer(0) }] : dossier.payments.map(({ kind, amountVnd, state }) => ({ label: paymentKindLabel[kind], value: `${money(amountVnd)}, ${paymentStateLabel[state].toLocaleLowerCase('vi')}` }))),
          { label: 'Nhận kết quả', value: returnChannelLabel[dossier.returnChannel] },
          ...(dossier.registerNumber === null ? [] : [{ label: 'Số thứ tự trong sổ', value: String(dossier.registerNumber) }]),
        ]} />
      </Sheet>
      <Sheet title="Quy định áp dụng">
        <div className="text-xs leading-relaxed">
          <p><span className="num">{dossier.procedure.code}</span>, phiên bản từ {shortDay(dossier.procedure.effectiveFrom)}: {limitWords(dossier.limit)}. {dossier.procedure.variantName}.</p>
          {dossier.procedure.decision !== null && <p className="soft mt-1">{dossier.procedure.decision}.</p>}
          {dossier.receivedAt !== null && <p className="soft mt-1">Giữ nguyên từ ngày nhận {shortDay(localDateOf(dossier.receivedAt))}.</p>}
          {dossier.nationalCode !== null && <p className="soft mt-1">Trạng thái trên Cổng quốc gia: {dossier.nationalCode.code}, {dossier.nationalCode.name.toLocaleLowerCase('vi')}.</p>}
        </div>
      </Sheet>
    </aside>
  )
}

/** The steps as a way: what is done, what is at hand and with whom, what is to come. */
function todo(dossier: DossierDetail) {
  const received = dossier.receivedAt !== null
  const first = { id: 'receive', state: received ? ('done' as const) : dossier.stage === 'submitted' ? ('now' as const) : ('to-come' as const), title: received ? 'Tiếp nhận' : 'Kiểm tra để tiếp nhận', detail: dossier.receivedAt === null ? undefined : tableInstant(dossier.receivedAt) }
  const steps = dossier.steps.map(({ position, state, name, internalHours }) => ({
    id: String(position), state, title: name,
    detail: state !== 'now' ? undefined : [dossier.assignee?.name ?? 'Chưa ai nhận', internalHours === null ? null : `hạn nội bộ ${internalHours} giờ`, dossier.stepTime === null ? null : stepStandingWords(dossier.stepTime.standing)].filter(Boolean).join(', '),
  }))
  const back = { id: 'return', state: dossier.returnedAt !== null ? ('done' as const) : dossier.stage === 'resolved' ? ('now' as const) : ('to-come' as const), title: 'Trả kết quả', detail: dossier.returnedAt === null ? undefined : tableInstant(dossier.returnedAt) }
  return [first, ...steps, back]
}

import { returnAction } from '../../actions'
import { DeedCheck, DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { CardScan } from './card-scan'
import { Icon } from '@/components/ui/icon'
import { identityChecks, recipients } from '@/lib/dossiers/domain/events'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { identityCheckLabel, recipientLabel } from '@/lib/dossiers/wording'
import { money } from '@/lib/kernel/format'
import { sumOwed } from '@/lib/payments/domain/payment'

const usual = { desk: { recipient: 'applicant', check: 'personal-id' }, post: { recipient: 'applicant', check: 'personal-id' }, online: { recipient: 'online', check: 'online' } } as const

/** To whom, and how the desk made sure: the card is scanned, or the slip was. What is still owed is taken with it. */
export function ReturnDeed({ dossier, common, scanned }: DeedProps) {
  const owed = sumOwed(dossier.payments)
  const { recipient, check } = usual[dossier.returnChannel]
  const people = recipients.filter((value) => value !== 'post' && (value !== 'submitter' || dossier.submitter !== null))
  return (
    <DeedForm {...common} action={returnAction} submit="Trả kết quả">
      {dossier.result !== null && <p className="mb-3"><b>{dossier.result.number === null ? 'Kết quả' : `Kết quả số ${dossier.result.number}`}:</b> {dossier.result.summary}</p>}
      <CardScan />
      <div className="grid gap-x-8 md:grid-cols-3">
        <DeedChoice name="recipient" label="Người nhận" className="!mt-0" defaultValue={recipient} options={people.map((value) => ({
          value, label: recipientLabel[value],
          ...(value === 'mandatary' ? { reveal: <DeedText name="mandate" label="Giấy ủy quyền đã xem" hint="Ví dụ Giấy ủy quyền chứng thực số 88 ngày 12/11/2026" /> } : {}),
        }))} />
        <DeedChoice name="identityCheck" label="Đã kiểm tra" className="!mt-0" defaultValue={scanned ? 'slip-qr' : check} options={identityChecks.filter((value) => value !== 'post').map((value) => ({ value, label: identityCheckLabel[value] }))} />
        <div>
          <DeedText name="recipientName" label="Họ và tên người nhận" className="!mt-0" defaultValue={nameOf(dossier)} autoFocus />
          <DeedCheck name="signed" label="Người nhận đã ký nhận" boxed />
          <p className="mt-2"><a href={`/can-bo/ho-so/${encodeURIComponent(dossier.code)}/phieu-tra`} target="_blank"><Icon name="printer" size="small" /> In phiếu trả kết quả để ký</a></p>
        </div>
      </div>
      {owed > 0 && <DeedCheck name="takesFee" label={`Đã thu ${money(owed)} tiền mặt`} defaultChecked boxed />}
    </DeedForm>
  )
}

const nameOf = ({ applicant, submitter }: DossierDetail): string | undefined => submitter?.fullName ?? applicant?.fullName

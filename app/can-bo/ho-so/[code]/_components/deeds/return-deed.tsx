import { returnAction } from '../../actions'
import { DeedCheck, DeedChoice, DeedText } from '../deed-fields'
import { DeedForm } from '../deed-form'
import type { DeedProps } from '../deed-panel'
import { identityChecks, recipients } from '@/lib/dossiers/domain/events'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import { identityCheckLabel, recipientLabel } from '@/lib/dossiers/wording'
import { money } from '@/lib/kernel/format'
import { sumOwed } from '@/lib/payments/domain/payment'

const usual = { desk: { recipient: 'applicant', check: 'personal-id' }, post: { recipient: 'post', check: 'post' }, online: { recipient: 'online', check: 'online' } } as const

/** To whom, and how the desk made sure. What is still owed is taken with it. */
export function ReturnDeed({ dossier, common }: DeedProps) {
  const owed = sumOwed(dossier.payments)
  const { recipient, check } = usual[dossier.returnChannel]
  return (
    <DeedForm {...common} action={returnAction} submit="Trả kết quả">
      {dossier.result !== null && <p className="mb-3"><b>{dossier.result.number === null ? 'Kết quả' : `Kết quả số ${dossier.result.number}`}:</b> {dossier.result.summary}</p>}
      <div className="grid gap-x-8 md:grid-cols-3">
        <DeedChoice name="recipient" label="Người nhận" className="!mt-0" defaultValue={recipient} options={recipients.filter((value) => value !== 'submitter' || dossier.submitter !== null).map((value) => ({ value, label: recipientLabel[value] }))} />
        <DeedChoice name="identityCheck" label="Đã kiểm tra" className="!mt-0" defaultValue={check} options={identityChecks.map((value) => ({ value, label: identityCheckLabel[value] }))} />
        <DeedText name="recipientName" label="Họ và tên người nhận" className="!mt-0" defaultValue={nameOf(dossier)} autoFocus />
      </div>
      {owed > 0 && <DeedCheck name="takesFee" label={`Đã thu ${money(owed)} tiền mặt`} defaultChecked boxed />}
    </DeedForm>
  )
}

const nameOf = ({ applicant, submitter }: DossierDetail): string | undefined => submitter?.fullName ?? applicant?.fullName

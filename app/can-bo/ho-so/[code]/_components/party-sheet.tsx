import { UnmaskForm } from './unmask-form'
import { Icon } from '@/components/ui/icon'
import { Pairs } from '@/components/ui/lists'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import type { DossierDetail, PartyView } from '@/lib/dossiers/queries/dossier-detail'
import { parsePartialDate, showPartialDate } from '@/lib/identity/domain/partial-date'
import { may } from '@/lib/identity/domain/permissions'
import { messageSentence } from '@/lib/notifications/wording'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'

/** Whose it is. Numbers stay masked until someone writes down why they must be seen; the citizen reads that reason. */
export function PartySheet({ dossier, officer }: { dossier: DossierDetail; officer: SignedInOfficer }) {
  const { applicant, submitter, messages } = dossier
  const sent = messages.filter(({ state }) => state === 'sent').length
  // The last word counts: what failed once and was told later needs no call.
  const last = messages.filter(({ state }) => state !== 'merged').at(-1)
  const unreached = last?.state === 'failed' || last?.state === 'no-gateway' ? last : undefined
  const unmasks = may(officer, 'dossier.read-personal-id', { communeId: officer.communeId }) && (applicant?.personalId != null || applicant?.phone != null)
  return (
    <Sheet title="Chủ hồ sơ">
      {applicant !== null && <Pairs rows={[...partyRows(applicant), { label: 'Báo tin', value: sent === 0 ? 'Chưa có tin nào' : `Đã báo ${sent} lần` }]} />}
      {unreached !== undefined && <Note tone="vang" className="mt-2"><p role="status"><Icon name="phone" size="small" /> {messageSentence(unreached)}.</p></Note>}
      {submitter !== null && <><h3 className="mt-3 mb-1">Người nộp thay: {submitter.fullName}</h3><Pairs rows={[...partyRows(submitter), ...(submitter.mandate === null ? [] : [{ label: 'Ủy quyền', value: submitter.mandate }])]} /></>}
      {unmasks && <UnmaskForm dossierId={dossier.id} />}
    </Sheet>
  )
}

function partyRows({ personalId, phone, email, birth, sex }: PartyView) {
  const born = birth === null ? null : parsePartialDate(birth)
  const rows = [
    { label: 'Số định danh', value: personalId },
    { label: 'Ngày sinh', value: born === null ? null : `${showPartialDate(born)}${sex === null ? '' : sex === 'male' ? ', nam' : ', nữ'}` },
    { label: 'Điện thoại', value: phone },
    { label: 'Thư điện tử', value: email },
  ]
  return rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value: <span className="num">{value}</span> }]))
}

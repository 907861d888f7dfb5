'use client'

import { Details } from '@/components/ui/details'
import { TextInput } from '@/components/ui/text-input'
import { KeptSubmit } from '../../../_components/kept-submit'
import { useKeptForm } from '../../../_components/use-kept-form'
import { unmaskAction } from '../actions'

const part = { applicant: 'Chủ hồ sơ', submitter: 'Người nộp' } as const

/** `Hiện, ghi lý do`: the reason is noted before anything is shown, and nothing shown stays after the page is left. */
export function UnmaskForm({ dossierId }: { dossierId: string }) {
  const { state, busy, form } = useKeptForm(unmaskAction)
  if (state.status === 'done') {
    return (
      <div role="status" className="mt-2 border-t border-giay-200 pt-2">
        {state.value.map((shown) => (
          <p key={shown.part}><b>{part[shown.part]}</b>: {[shown.personalId, shown.phone, shown.email].filter((text) => text !== null).map((text) => <span key={text} className="num mr-3">{text}</span>)}</p>
        ))}
        <p className="soft mt-1">Đã ghi nhật ký. Người dân đọc được lý do xem.</p>
      </div>
    )
  }
  const failed = state.status === 'problem'
  return (
    <Details plain flush summary="Hiện, ghi lý do" icon="eye" open={failed} className="mt-1 -mb-2 text-xs">
      <form {...form}>
        <input type="hidden" name="dossierId" value={dossierId} />
        <TextInput name="reason" id="ly-do-xem" label="Lý do xem" hint="Người dân đọc được lý do này" list="ly-do-thuong-gap" error={failed ? (state.fields.reason ?? state.sentence) : undefined} defaultValue={failed ? state.values.reason : undefined} />
        <datalist id="ly-do-thuong-gap">{['Gọi điện báo bổ sung giấy tờ', 'Đối chiếu với giấy tờ bản chính', 'Xác minh với cơ quan khác'].map((reason) => <option key={reason} value={reason} />)}</datalist>
        <div className="mt-2"><KeptSubmit busy={busy} variant="outlined">Hiện số</KeptSubmit></div>
      </form>
    </Details>
  )
}

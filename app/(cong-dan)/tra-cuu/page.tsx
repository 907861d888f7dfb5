import type { Metadata } from 'next'
import { ErrorSummary, errorsByField, titleWithErrors } from '@/components/ui/error-summary'
import { Note } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { currentCitizen } from '@/lib/identity/queries/current-citizen'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CitizenPage } from '../_components/citizen-page'
import { keptTyped } from '../_components/typed-answers'
import { lookUpErrors, lookUpNote } from './_components/look-up-problem'
import { LOOK_UP } from './_components/tracking-addresses'
import { trackAction } from './actions'

export async function generateMetadata({ searchParams }: PageProps<'/tra-cuu'>): Promise<Metadata> {
  return { title: titleWithErrors('Tra cứu hồ sơ', lookUpErrors((await searchParams).loi)) }
}

/** Code and secret, sent by POST; neither ever stands in an address. */
export default async function LookUpPage({ searchParams }: PageProps<'/tra-cuu'>) {
  const [asked, commune, citizen, typed] = await Promise.all([searchParams, chosenCommune(), currentCitizen(), keptTyped(LOOK_UP)])
  const errors = lookUpErrors(asked.loi)
  const wrong = errorsByField(errors)
  const note = lookUpNote(asked.loi, asked.cho)
  return (
    <CitizenPage commune={commune}>
      <div className="column pb-10">
        <BackLink href="/">Trang đầu</BackLink>
        {asked['da-dong'] !== undefined && <Note tone="cham" className="mt-3"><p role="status">Đã đóng. Người dùng máy sau bạn không xem được hồ sơ nào.</p></Note>}
        {note !== null && <Note tone="vang" className="mt-3"><p role="alert">{note}</p></Note>}
        <ErrorSummary errors={errors} />
        <div className="mt-5"><PageHeading title={asked.toi === 'danh-gia' ? 'Đánh giá sự phục vụ' : 'Tra cứu hồ sơ'} lead="Hai mã ở trên giấy hẹn, hoặc trên trang hiện ra khi bạn gửi hồ sơ. Có giấy hẹn thì quét mã QR nhanh hơn." /></div>
        <form action={trackAction} noValidate className="mt-6">
          <div>
            <TextInput name="ma" label="Mã hồ sơ" hint="Ví dụ H20.31.08-261120-0017" defaultValue={typed.ma} error={wrong.ma} width="20" code autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={60} />
            <TextInput name="bi-mat" label="Mã bí mật" hint="10 chữ và số, gõ hoa hay thường đều được" error={wrong['bi-mat']} width="10" code autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
          </div>
          {asked.toi === 'danh-gia' && <input type="hidden" name="toi" value="danh-gia" />}
          <div className="mt-8"><SubmitButton block busyLabel="Đang tìm…">Xem hồ sơ</SubmitButton></div>
        </form>
        <Note className="mt-8" title="Mất mã bí mật?">
          {citizen === null
            ? <p><a href="/dang-nhap?tiep=%2Fho-so-cua-toi">Đăng nhập bằng số điện thoại</a> đã nộp hồ sơ để xem mọi hồ sơ của bạn, hoặc mang căn cước đến quầy xin in lại giấy hẹn.</p>
            : <p>Xem trong <a href="/ho-so-cua-toi">Hồ sơ của tôi</a>, hoặc mang căn cước đến quầy xin in lại giấy hẹn.</p>}
        </Note>
      </div>
    </CitizenPage>
  )
}

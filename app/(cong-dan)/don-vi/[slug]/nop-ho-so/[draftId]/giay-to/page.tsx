import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { titleWithErrors } from '@/components/ui/error-summary'
import { Section } from '@/components/ui/page-heading'
import { sayUploadProblem } from '@/lib/documents/wording'
import { shownName } from '@/lib/procedures/domain/procedure'
import { FilingScreen, openFiling } from '../../_components/filing-frame'
import { PaperUpload } from './_components/paper-upload'

type Props = PageProps<'/don-vi/[slug]/nop-ho-so/[draftId]/giay-to'>
const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: titleWithErrors('Chụp giấy tờ', sayUploadProblem((await searchParams).loi) === undefined ? [] : ['']) }
}

/** Photographs of the papers, one after the other. Each is sent and kept at once. */
export default async function PapersPage({ params, searchParams }: Props) {
  const [{ slug, draftId }, asked] = await Promise.all([params, searchParams])
  const filing = await openFiling(slug, draftId, 'giay-to')
  const problem = sayUploadProblem(asked.loi)
  const wrongKey = text(asked.o)
  const toSend = filing.checklist.filter(({ need }) => need === 'hand-in')
  const [always, sometimes] = [toSend.filter(({ required }) => required), toSend.filter(({ required }) => !required)]
  const shown = filing.checklist.filter(({ need, required }) => need === 'present' && required)
  const uploadOf = (item: (typeof toSend)[number], isAlone: boolean) => (
    <PaperUpload
      key={item.document.key} item={item} isAlone={isAlone} action={`${filing.base}/tep`} error={item.document.key === wrongKey ? problem : undefined}
      files={filing.files.filter(({ documentKey }) => documentKey === item.document.key)}
    />
  )
  return (
    <FilingScreen
      filing={filing} screen="giay-to" section="Giấy tờ" title="Chụp giấy tờ" lead="Chụp từng trang cho rõ chữ, đủ bốn góc. Ảnh được lưu ngay khi gửi xong."
      errors={problem === undefined ? [] : [{ field: wrongKey === '' ? 'giay-can-gui' : `tep-${wrongKey}`, message: problem }]}
    >
      <div id="giay-can-gui">
        {always.length === 0 && <p className="mt-5">Trường hợp của bạn không bắt buộc gửi giấy tờ nào.</p>}
        {always.map((item) => uploadOf(item, true))}
      </div>
      {sometimes.length > 0 && (
        <Section title="Chỉ khi thuộc trường hợp này">
          <div className="mt-3">
            {sometimes.map((item) => (
              <Details key={item.document.key} flush summary={item.document.condition ?? shownName(item.document)} open={item.document.key === wrongKey || filing.files.some(({ documentKey }) => documentKey === item.document.key)}>
                {uploadOf(item, false)}
              </Details>
            ))}
          </div>
        </Section>
      )}
      {shown.length > 0 && (
        <Section title="Mang theo khi đến nhận kết quả">
          <ul className="stack mt-3">{shown.map(({ document }) => <li key={document.key}>{shownName(document)}</li>)}</ul>
        </Section>
      )}
      <div className="mt-8"><ButtonLink href={`${filing.base}/kiem-tra`} block>Tiếp tục</ButtonLink></div>
    </FilingScreen>
  )
}

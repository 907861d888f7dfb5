import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { type CitizenResult, resultsOfCitizen } from '@/lib/dossiers/queries/results-of-citizen'
import { returnPlace } from '@/lib/dossiers/wording'
import { requireCitizen } from '@/lib/identity/queries/current-citizen'
import { fileSize, longInstant } from '@/lib/kernel/format'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CitizenPage } from '../../_components/citizen-page'

export const metadata: Metadata = { title: 'Kho kết quả' }

/** Every result of one citizen, to download again and to let anybody check. */
export default async function ResultsPage() {
  const citizen = await requireCitizen('/ho-so-cua-toi/ket-qua')
  const [commune, results] = await Promise.all([chosenCommune(), resultsOfCitizen(citizen)])
  return (
    <CitizenPage commune={commune}>
      <div className="column pb-10">
        <BackLink href="/ho-so-cua-toi">Hồ sơ của tôi</BackLink>
        <PageHeading title="Kho kết quả" lead="Kết quả các hồ sơ của bạn, tải lại lúc nào cũng được. Bản điện tử có chữ ký số dùng thay bản giấy." />
        {results.length === 0
          ? <EmptyState action={{ href: '/ho-so-cua-toi', label: 'Xem hồ sơ của tôi' }}>Chưa có kết quả nào. Khi hồ sơ giải quyết xong, kết quả nằm ở đây.</EmptyState>
          : <ul className="mt-4 grid">{results.map((result) => <Result key={result.dossierId} result={result} />)}</ul>}
      </div>
    </CitizenPage>
  )
}

function Result({ result }: { result: CitizenResult }) {
  const { procedureName, code, dossierId, communeName, number, outcome, resolvedAt, file, verifyUrl } = result
  return (
    <li className="border-b border-line py-5">
      <h2 className="text-lg leading-snug font-semibold">{procedureName}</h2>
      <p className="mt-1 text-base">{outcome === 'denied' ? 'Văn bản trả lời không giải quyết' : 'Kết quả'}{number !== null && <> số <b className="num">{number}</b></>}, {communeName}, {longInstant(resolvedAt)}.</p>
      <p className="soft mt-1 text-base">{whereIs(result)} Hồ sơ <a className="num" href={`/tra-cuu/ho-so/${dossierId}`}>{code}</a>.</p>
      {file !== null && (
        <p className="no-print mt-3 flex flex-wrap items-center gap-3">
          <ButtonLink href={`/tra-cuu/ho-so/${dossierId}/ket-qua`} icon="download" block>Tải bản điện tử<span className="num font-normal"> {fileSize(file.size)}</span><span className="sr-only">, hồ sơ {code}</span></ButtonLink>
          {verifyUrl !== null && <a href={verifyUrl}>Trang xác minh<span className="sr-only"> kết quả hồ sơ {code}</span></a>}
        </p>
      )}
    </li>
  )
}

function whereIs({ returnedAt, isPosted, returnChannel, file }: CitizenResult): string {
  if (returnedAt !== null) return `${file === null ? 'Bản giấy đã trả' : 'Đã trả'} lúc ${longInstant(returnedAt)}.`
  return isPosted ? 'Bản giấy đang ở bưu chính.' : `Nhận ${returnPlace[returnChannel]}.`
}

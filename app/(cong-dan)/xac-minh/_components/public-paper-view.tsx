import { SummaryList } from '@/components/ui/lists'
import type { PublicPaper } from '@/lib/dossiers/queries/public-paper'
import { longInstant, shortDay } from '@/lib/kernel/format'
import { authorityWords, roleLabel } from '@/lib/signatures/wording'

/** What anybody may read of a paper: kind, number, day, issuer, signatures. Nobody's name but that of whoever signed in office. */
export const PublicPaperView = ({ paper }: { paper: PublicPaper }) => (
  <SummaryList
    rows={[
      { label: 'Loại giấy', value: paper.kind },
      { label: 'Số', value: <span className="num">{paper.number}</span> },
      { label: 'Ngày', value: <span className="num">{shortDay(paper.issuedOn)}</span> },
      { label: 'Cơ quan cấp', value: paper.issuer, detail: paper.communeName },
      ...(paper.initials === null ? [] : [{ label: 'Chữ đầu họ tên chủ hồ sơ', value: paper.initials, detail: 'So với họ tên trên giấy bạn đang cầm' }]),
      ...paper.signatures.map((one) => ({ label: roleLabel[one.role], value: `${one.signerName}, ${longInstant(one.signedAt)}`, detail: one.authority === 'known' ? undefined : authorityWords[one.authority] })),
      ...(paper.penSignedOn === null ? [] : [{ label: 'Ký bút, đóng dấu mực', value: <span className="num">{shortDay(paper.penSignedOn)}</span> }]),
    ]}
  />
)

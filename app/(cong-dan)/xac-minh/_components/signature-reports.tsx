import { SummaryList } from '@/components/ui/lists'
import { longInstant, shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import type { SignatureReport } from '@/lib/signatures/domain/signature'
import { authorityWords, certificateTimeWords } from '@/lib/signatures/wording'

/** One signature after the other, each with the same questions: who, when, changed since, vouched for by whom. */
export const SignatureReports = ({ signatures }: { signatures: readonly SignatureReport[] }) => (
  <div className="mt-3 grid gap-6">
    {signatures.map((one, at) => (
      <SummaryList
        key={at}
        rows={[
          { label: signatures.length > 1 ? `Chữ ký thứ ${at + 1}` : 'Người ký', value: one.signerName, detail: one.organisation !== null && one.organisation !== one.signerName ? one.organisation : undefined },
          { label: 'Lúc ký', value: one.signedAt === null ? 'Tệp không ghi' : longInstant(one.signedAt), detail: one.signedAt === null ? undefined : 'Theo đồng hồ của máy ký' },
          { label: 'Nội dung từ lúc ký', value: changedWords(one) },
          { label: 'Tổ chức cấp chứng thư', value: one.issuer, detail: authorityWords[one.authority] },
          { label: 'Chứng thư', value: certificateTimeWords[one.certificateTime], detail: one.validUntil === null ? undefined : `Hạn đến ${shortDay(localDateOf(one.validUntil))}` },
        ]}
      />
    ))}
  </div>
)

function changedWords({ intact, laterChanges }: SignatureReport): string {
  if (!intact) return 'Đã bị sửa, chữ ký không còn khớp'
  switch (laterChanges) {
    case 'none': return 'Không bị sửa'
    case 'signatures': return 'Không bị sửa, chỉ có thêm chữ ký sau đó'
    case 'other': return 'Đã bị thêm nội dung sau chữ ký này'
  }
}

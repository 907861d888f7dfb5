import type { Metadata } from 'next'
import { CitizenShell } from '@/components/layout/citizen-shell'
import { LinkRows } from '@/components/ui/lists'
import { PageHeading } from '@/components/ui/page-heading'

export const metadata: Metadata = { title: 'Không tìm thấy trang' }

/** The same words whether a thing never was, is gone, or may not be seen: an address tells nothing. */
export default function NotFound() {
  return (
    <CitizenShell place="Bộ phận Một cửa">
      <div className="column pt-6">
        <PageHeading title="Không có trang này" lead="Địa chỉ có thể đã đổi, hoặc gõ thiếu một chữ." />
        <div className="mt-6">
          <LinkRows
            rows={[
              { href: '/', title: 'Về trang đầu', detail: 'Tìm thủ tục cần làm' },
              { href: '/tra-cuu', title: 'Tra cứu hồ sơ', detail: 'Cần mã hồ sơ và mã bí mật trên giấy hẹn' },
            ]}
          />
        </div>
      </div>
    </CitizenShell>
  )
}

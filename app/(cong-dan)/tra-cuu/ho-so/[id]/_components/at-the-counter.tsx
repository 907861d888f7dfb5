import { Note } from '@/components/ui/note'
import type { Commune } from '@/lib/units/domain/commune'

/** Holds the secret, but is not known as applicant or submitter: what needs them goes by the counter. */
export const AtTheCounter = ({ commune, deed }: { commune: Commune | null; deed: string }) => (
  <Note tone="vang" title="Việc này cần đúng người nộp hồ sơ" className="mt-6">
    <p>Hồ sơ không nộp bằng số điện thoại hoặc thư điện tử bạn đang đăng nhập, nên chưa {deed} ở đây được. {commune === null ? 'Mang căn cước đến quầy.' : `Mang căn cước đến quầy: ${commune.address}.`} Hồ sơ nộp trực tuyến thì đăng nhập lại bằng đúng số điện thoại đã nộp.</p>
  </Note>
)

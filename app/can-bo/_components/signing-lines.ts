import 'server-only'
import type { SigningLine } from '@/components/signatures/signing-batch'
import { sayProblem } from '@/lib/dossiers/wording'
import type { Batch, BatchItem } from '@/lib/signatures/batch-store'
import { saySigningProblem } from '@/lib/signatures/wording'

/** A batch in the words of the screen. */
export const signingLines = ({ items }: Batch): SigningLine[] => items.map(({ position, label, kind, state, problem }) => ({
  position, label: kind === 'paper' ? `Văn bản số ${label}` : label, state, href: kind === 'result' ? `/can-bo/ho-so/${encodeURIComponent(label)}` : null, why: problem === null ? null : whyNot(problem),
}))

const whyNot = (code: BatchItem['problem'] & string): string => saySigningProblem(code) ?? sayProblem({ code }) ?? others[code] ?? ACCIDENT

const ACCIDENT = 'Có trục trặc khi ký văn bản này. Chưa ghi gì; ký lại, nếu vẫn vậy thì báo quản trị.'
const others: Record<string, string> = {
  'not-now': 'Hồ sơ không còn ở bước chờ ký. Mở hồ sơ để xem mới nhất.',
  forbidden: 'Bạn không có quyền ký văn bản này.',
  'no-number-yet': 'Văn bản còn chờ văn thư ghi số. Ghi số xong rồi ký.',
}

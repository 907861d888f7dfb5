import { ProblemAnswer, problemResponse } from '@/app/api/v1/_contract/endpoint'

export const dynamic = 'force-dynamic'

/** An address that is none: a machine gets its answer in the form of all other problems. */
const unknown = (): Response => problemResponse(new ProblemAnswer(404, 'unknown-address', 'Không có địa chỉ này. Xem các địa chỉ ở /api/v1/tai-lieu.'))

export { unknown as GET, unknown as POST, unknown as PUT, unknown as PATCH, unknown as DELETE }

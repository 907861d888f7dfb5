import { Note } from '@/components/ui/note'
import type { Query } from '@/lib/reports/inputs'
import { approvalProblem } from '@/lib/reports/wording'

const whole = (value: string | string[] | undefined): number => Number(/^\d{1,4}$/.exec([value].flat()[0] ?? '')?.[0] ?? 0)

/** What the last press did, after the page came back. */
export function WhatWasDone({ query }: { query: Query }) {
  const [approved, refused, code] = [whole(query['da-duyet']), whole(query['khong-duyet']), [query.loi].flat()[0]]
  if (approved === 0 && code === undefined) return null
  return (
    <div className="mt-3 grid gap-2" role="status">
      {approved > 0 && <Note tone="cham"><p>Đã phê duyệt {approved} kết quả.</p></Note>}
      {code !== undefined && <Note tone="vang" title={refused > 0 ? `${refused} kết quả chưa duyệt được` : undefined}><p>{approvalProblem(code)}</p></Note>}
    </div>
  )
}

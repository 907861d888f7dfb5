import { Button, ButtonLink, ButtonRow } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import type { DraftRow } from '@/lib/dossiers/queries/draft-of'
import { longInstant, shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { communeById } from '@/lib/units/queries/communes'
import { discardAction } from '../actions'

/** Drafts to go on with, each with a way to throw it away. */
export const DraftRows = ({ drafts }: { drafts: readonly DraftRow[] }) => <ul className="link-rows mt-3">{drafts.map((draft) => <Row key={draft.id} draft={draft} />)}</ul>

async function Row({ draft }: { draft: DraftRow }) {
  const commune = await communeById(draft.communeId)
  return (
    <li className="flex items-center gap-3">
      <a className="grow" href={`/don-vi/${commune?.slug ?? ''}/nop-ho-so/${draft.id}/kiem-tra`}>
        <span>
          <b>{draft.procedureName}</b>
          <small>{commune?.name}. Lưu {longInstant(draft.updatedAt)}, giữ đến {shortDay(localDateOf(draft.expiresAt))}.</small>
        </span>
      </a>
      <a className="flex-none" href={`?bo=${draft.id}`}>Bỏ<span className="sr-only"> bản nháp {draft.procedureName}</span></a>
    </li>
  )
}

/** Asks once more before what was typed is gone. */
export const DiscardQuestion = ({ draft }: { draft: DraftRow }) => (
  <Note tone="vang" title={`Bỏ bản nháp ${draft.procedureName}?`} className="mt-5">
    <p>Mọi câu trả lời và ảnh đã gửi trong bản nháp này sẽ mất, không lấy lại được.</p>
    <form action={discardAction.bind(null, draft.communeId, draft.id)} className="pt-2">
      <ButtonRow>
        <Button variant="destructive">Bỏ bản nháp</Button>
        <ButtonLink variant="outlined" href="/ho-so-cua-toi">Giữ lại</ButtonLink>
      </ButtonRow>
    </form>
  </Note>
)

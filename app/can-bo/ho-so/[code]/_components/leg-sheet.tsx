import { KeptArea, KeptCheck, KeptChoice, KeptForm, KeptList, KeptSelect, KeptText } from '../../../lien-thong/_components/kept-form'
import { LegTag } from '../../../lien-thong/_components/leg-tag'
import { addLegAction, cancelLegAction, handOverLegAction, planLegsAction } from '../leg-actions'
import { fileHref } from './papers-tab'
import { Details } from '@/components/ui/details'
import { Note } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { limitWords } from '@/lib/calendar/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { isLegOpen } from '@/lib/interagency/domain/leg'
import { legsOf, type LegsView, type LegView } from '@/lib/interagency/queries/legs-of-dossier'
import { longInstant, tableInstant } from '@/lib/kernel/format'

type Props = { dossier: { id: string; code: string }; officer: Officer }

/** The parts of the dossier that lie with others: each with its own limit, both sides' hand-over, and what came of it. */
export async function LegSheet({ dossier, officer }: Props) {
  const view = await legsOf(officer, dossier.id)
  if (view === null || (view.legs.length === 0 && !view.mayHandOver)) return null
  const turns = new Set(view.legs.map(({ turn }) => turn)).size
  return (
    <div id="lien-thong">
      <Sheet title="Cơ quan phối hợp" note={view.legs.length === 0 ? 'chưa giao việc cho cơ quan nào' : 'không đổi ngày hẹn trả của hồ sơ'}>
        {view.unplanned.length > 0 && view.mayHandOver && <Unplanned view={view} dossierId={dossier.id} />}
        <ol className="grid gap-3">{view.legs.map((leg) => <Leg key={leg.id} leg={leg} view={view} code={dossier.code} turns={turns} />)}</ol>
        {view.mayHandOver && view.partners.length > 0 && <AddLeg view={view} dossierId={dossier.id} />}
      </Sheet>
    </div>
  )
}

const Unplanned = ({ view, dossierId }: { view: LegsView; dossierId: string }) => (
  <Note tone="cham" className="mb-3">
    <p>Thủ tục này có phần việc của cơ quan khác: {view.unplanned.map(({ name, agency }) => `${name} (${agency})`).join('; ')}.</p>
    <KeptForm action={planLegsAction} submit="Lập việc theo thủ tục" variant="outlined" hidden={{ dossierId }} label="Lập việc theo thủ tục" />
  </Note>
)

function Leg({ leg, view, code, turns }: { leg: LegView; view: LegsView; code: string; turns: number }) {
  return (
    <li className="border-b border-giay-200 pb-3 last:border-b-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1"><b>{leg.name}</b><LegTag state={leg.state} isLate={leg.isLate} />{leg.required && isLegOpen(leg) && <span className="soft text-xs">phải xong mới có kết quả</span>}</p>
      <p className="soft text-xs">
        {leg.partnerName ?? leg.agency}{turns > 1 && `, lượt ${leg.turn}`}, {leg.limit === null ? 'không quy định thời hạn' : limitWords(leg.limit)}.
        {leg.handedOverAt !== null && ` Giao ${tableInstant(leg.handedOverAt)}`}{leg.acceptedAt !== null && `, nhận ${tableInstant(leg.acceptedAt)}`}{leg.finishedAt !== null && `, kết thúc ${tableInstant(leg.finishedAt)}`}
        {leg.dueAt !== null && leg.finishedAt === null && <>. Hạn của cơ quan: <b className="num">{longInstant(leg.dueAt)}</b></>}
      </p>
      {leg.papers.length > 0 && <p className="soft text-xs">Giấy tờ giao: {leg.papers.join('; ')}.</p>}
      {leg.finishNote !== null && <p className="mt-1">{leg.finishNote}{leg.partnerCode !== null && <span className="soft"> (số {leg.partnerCode})</span>}</p>}
      {leg.files.length > 0 && <ul>{leg.files.map(({ id, name }) => <li key={id}><a href={fileHref(code, id)} className="break-all">{name}</a></li>)}</ul>}
      {view.mayHandOver && leg.isNext && <HandOver leg={leg} view={view} />}
      {view.mayHandOver && isLegOpen(leg) && (
        <Details plain flush summary="Rút lại việc này" className="mt-1">
          <KeptForm action={cancelLegAction} submit="Rút lại" variant="destructive" hidden={{ legId: leg.id }} label={`Rút lại: ${leg.name}`}><KeptArea name="note" id={`rut-${leg.id}`} label="Lý do" rows={2} /></KeptForm>
        </Details>
      )}
    </li>
  )
}

const partnerOptions = ({ partners }: LegsView) => partners.map(({ id, name }) => ({ value: id, label: name }))

const Papers = ({ view, of }: { view: LegsView; of: string }) =>
  view.papers.length === 0 ? null : <KeptList name="papers" id={`giay-${of}`} label="Giấy tờ giao kèm" hint="Cơ quan phối hợp chỉ thấy những giấy tờ đánh dấu ở đây" options={view.papers.map(({ id, name }) => ({ value: id, label: name }))} />

const HandOver = ({ leg, view }: { leg: LegView; view: LegsView }) => (
  <Details plain flush summary={`Giao ${leg.partnerName ?? 'cơ quan phối hợp'}`} className="mt-1">
    <KeptForm action={handOverLegAction} submit="Giao việc" hidden={{ legId: leg.id }} label={`Giao: ${leg.name}`}>
      <KeptSelect name="partnerId" id={`co-quan-${leg.id}`} label="Giao cho" width="20" empty="Chọn cơ quan" defaultValue={leg.partnerId ?? undefined} options={partnerOptions(view)} />
      <Papers view={view} of={leg.id} />
      <KeptArea name="instruction" id={`dan-${leg.id}`} label="Nói thêm" optional rows={2} />
    </KeptForm>
  </Details>
)

const units = [{ value: 'working-day', label: 'ngày làm việc' }, { value: 'calendar-day', label: 'ngày' }, { value: 'working-hour', label: 'giờ làm việc' }]

const AddLeg = ({ view, dossierId }: { view: LegsView; dossierId: string }) => (
  <Details plain flush summary="Giao việc cho cơ quan phối hợp" className="mt-3">
    <KeptForm action={addLegAction} submit="Giao việc" hidden={{ dossierId }} label="Giao việc cho cơ quan phối hợp">
      <KeptSelect name="partnerId" id="co-quan" label="Giao cho" width="20" empty="Chọn cơ quan" options={partnerOptions(view)} />
      <KeptText name="name" id="viec" label="Việc cần làm" hint="Ví dụ: Xác định nghĩa vụ tài chính" autoComplete="off" />
      <div className="flex flex-wrap gap-3 [&>.field]:!mt-0">
        <KeptText name="limitValue" id="han-so" label="Thời hạn của cơ quan" width="4" inputMode="numeric" autoComplete="off" optional />
        <KeptSelect name="limitUnit" id="han-don-vi" label="Tính theo" options={units} defaultValue="working-day" />
      </div>
      <Papers view={view} of="moi" />
      <KeptArea name="instruction" id="dan" label="Nói thêm" optional rows={2} />
      {view.legs.length > 0 && <KeptChoice name="order" id="thu-tu" label="Khi nào" defaultValue="side-by-side" options={[{ value: 'side-by-side', label: 'Giao ngay, cùng lúc với việc đang làm' }, { value: 'after', label: 'Sau khi các việc trước xong' }]} />}
      <KeptCheck name="required" id="bat-buoc" label="Phải xong mới có kết quả của hồ sơ" defaultChecked />
    </KeptForm>
  </Details>
)

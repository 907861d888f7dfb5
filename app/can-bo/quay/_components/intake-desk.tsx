'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Kbd } from '@/components/ui/kbd'
import { SummaryList } from '@/components/ui/lists'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { returnChannelLabel } from '@/lib/dossiers/wording'
import { parseIdCardQr } from '@/lib/identity/domain/id-card-qr'
import type { SearchEntry } from '@/lib/procedures/domain/search'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { receiveAction } from '../actions'
import { ContactDialog } from './contact-dialog'
import { DoorBar } from './door-bar'
import { DuePanel } from './due-panel'
import { FeeLines } from './fee-lines'
import { emptyIntake, fromPosted, type Intake, missingPapers, newKey, nextForSame, personFromCard, sayQrProblem, usualGiven } from './intake-state'
import { type IntakeFacts, returnChannels } from './intake-types'
import { PapersTable } from './papers-table'
import { PersonSheet } from './person-sheet'
import { ProcedurePicker } from './procedure-picker'
import { fieldOnScreen } from './read-intake'
import { ReceivedPanel } from './received-panel'
import { RefuseDialog } from './refuse-dialog'
import { useDeskKeys } from './use-desk-keys'
import { useFacts } from './use-facts'
import { useKeptIntake } from './use-kept-intake'
import { useScanner } from './use-scanner'

type Props = { lead: string; staffId: string; firstKey: string; index: SearchEntry[]; first: { facts: IntakeFacts; variantId: string | null } | null }

/** The counter: who, what, when. Everything by keys; one press writes it once, however often it is pressed. */
export function IntakeDesk({ lead, staffId, firstKey, index, first }: Props) {
  const { state, busy, form, forget } = useKeptForm(receiveAction)
  const [intake, change, markWritten] = useKeptIntake(staffId, firstKey, { ...(first === null ? {} : { procedureCode: first.facts.code, variantId: first.variantId }), ...(state.status === 'problem' ? fromPosted(state.values) : {}) })
  const { facts, state: factsState } = useFacts(intake.procedureCode, intake.channel, first?.facts ?? null)
  const [scanProblem, setScanProblem] = useState<string | null>(null)
  const desk = useRef<HTMLFormElement>(null)
  const slip = useRef<string | null>(null)
  const contact = useRef<HTMLDialogElement>(null)
  const refusal = useRef<HTMLDialogElement>(null)

  const variant = facts?.variants.find(({ id }) => id === intake.variantId) ?? facts?.variants[0] ?? null
  const papers = variant?.papers ?? []
  const problem = state.status === 'problem' ? state : null
  const errors = Object.fromEntries(Object.entries(problem?.fields ?? {}).map(([path, sentence]) => [fieldOnScreen(path, intake.behalf.on), sentence]))

  useScanner((text) => {
    const card = parseIdCardQr(text)
    setScanProblem(card.ok ? null : sayQrProblem(card.problem.code))
    if (!card.ok) return
    change((before) => ({ ...before, ...personFromCard(card.value, before.person.phone) }))
    if (intake.procedureCode === null) document.getElementById('thu-tuc')?.focus()
  })
  useDeskKeys({
    onPaper: (at, addsCopy) => {
      const paper = papers[at]
      if (paper === undefined) return
      change((before) => {
        const now = before.given[paper.key]
        const next = addsCopy ? { ...(now?.on ? now : usualGiven(paper)), copies: ((now?.copies ?? 0) + 1) % 10 } : now?.on ? { ...now, on: false } : usualGiven(paper)
        return { ...before, given: { ...before.given, [paper.key]: next } }
      })
    },
    onReceive: () => desk.current?.requestSubmit(),
    onScan: () => (document.activeElement as HTMLElement | null)?.blur(),
  })

  const next = (make: (before: Intake) => Intake) => {
    change(make)
    forget()
    slip.current = null
    setScanProblem(null)
  }
  const received = state.status === 'done' && !state.value.replayed ? state.value.code : null
  // The press that wrote it lets the browser open a window; the panel has the link where it does not.
  useEffect(() => {
    if (received === null || slip.current === received) return
    slip.current = received
    window.open(`/can-bo/ho-so/${encodeURIComponent(received)}/giay/receipt-slip`, '_blank', 'noopener')
  }, [received])
  const isWritten = state.status === 'done'
  useEffect(() => {
    if (isWritten) markWritten()
  }, [isWritten, markWritten])
  if (state.status === 'done') {
    const { value } = state
    return <><PageHeading title="Tiếp nhận tại quầy" lead={lead} /><ReceivedPanel received={value} procedureName={facts?.name ?? ''} personName={intake.person.fullName} onNext={() => next(() => emptyIntake(newKey()))} onSame={() => next((before) => nextForSame(before, newKey()))} /></>
  }
  return (
    <>
      <form {...form} ref={desk} className="flex min-h-0 flex-1 flex-col" aria-label="Tiếp nhận">
        <input type="hidden" name="idempotencyKey" value={intake.idempotencyKey} />
        <input type="hidden" name="procedureCode" value={intake.procedureCode ?? ''} />
        <input type="hidden" name="variantId" value={variant?.id ?? ''} />
        <input type="hidden" name="draftId" value={intake.draft?.draftId ?? ''} />
        <PageHeading title="Tiếp nhận tại quầy" lead={lead} actions={<DoorBar intake={intake} error={errors.externalCode} onChange={change} />} />
        {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={sentenceOf(problem, intake)} />}
        <div className="staff-columns staff-columns-intake min-h-0 flex-1 lg:grid-rows-[minmax(0,1fr)] lg:[&>.sheet]:flex lg:[&>.sheet]:flex-col lg:[&_.sheet-body]:min-h-0 lg:[&_.sheet-body]:flex-1 lg:[&_.sheet-body]:overflow-auto">
          <PersonSheet intake={intake} errors={errors} scanProblem={scanProblem} onChange={change} />
          <Sheet step={variant !== null && missingPapers(papers, intake.given).length === 0 ? 'done' : 2} title="Thủ tục và giấy tờ" aside={<span className="soft"><Kbd>T</Kbd> {intake.procedureCode === null ? 'tìm thủ tục' : 'đổi thủ tục'}</span>}>
            <ProcedurePicker index={index} chosen={index.find(({ code }) => code === intake.procedureCode)} facts={facts} onChoose={(code) => change({ procedureCode: code, variantId: null, given: {}, fees: {} })} />
            {facts !== null && facts.variants.length > 1 && (
              <div className="mt-2 flex flex-wrap items-center gap-x-5" role="radiogroup" aria-labelledby="truong-hop">
                <span className="field-label" id="truong-hop">Trường hợp</span>
                {facts.variants.map(({ id, name }) => <label className="choice" key={id}><input type="radio" name="case" value={id} checked={id === variant?.id} onChange={() => change({ variantId: id, given: {}, fees: {} })} /><span className="choice-text">{name}</span></label>)}
              </div>
            )}
            {intake.draft !== null && <Details plain flush summary="Nội dung đã khai ở nhà" className="mt-2">{intake.draft.sections.map(({ title, rows }) => <section key={title}><h3>{title}</h3><SummaryList rows={rows.map(({ label, value }) => ({ label, value }))} /></section>)}</Details>}
            {variant !== null && <PapersTable papers={papers} given={intake.given} otherPaper={intake.otherPaper} onChange={change} />}
          </Sheet>
          <Sheet step={3} title="Hẹn trả" foot={
            <>
              <KeptSubmit busy={busy} busyLabel="Đang ghi…" big block="always" keys="Ctrl Enter">Tiếp nhận, in phiếu</KeptSubmit>
              <div className="mt-2 grid grid-cols-2 gap-2">
                <Button type="button" variant="outlined" keys="B" onClick={() => variant !== null && contact.current?.showModal()}>Bổ sung</Button>
                <Button type="button" variant="outlined" keys="X" onClick={() => variant !== null && refusal.current?.showModal()}>Từ chối</Button>
              </div>
            </>
          }>
            <DuePanel variant={variant} state={factsState} />
            {variant !== null && (
              <div className="mt-4">
                <FeeLines fees={variant.fees} chosen={intake.fees} onChange={(fees) => change({ fees })} />
                <p className="flex items-center justify-between border-b border-giay-200 py-1.5"><label htmlFor="tra-qua" className="soft">Nhận kết quả <Kbd>N</Kbd></label>
                  <select id="tra-qua" name="returnChannel" aria-keyshortcuts="N" className="input !mt-0 !w-36" value={intake.returnChannel} onChange={(event) => change({ returnChannel: event.target.value as Intake['returnChannel'] })}>{returnChannels.map((channel) => <option key={channel} value={channel}>{returnChannelLabel[channel]}</option>)}</select></p>
                <p className="flex justify-between gap-3 border-b border-giay-200 py-1.5"><span className="soft">Chuyển đến</span><span className="text-right">{variant.firstStep}</span></p>
                <p className="flex justify-between border-b border-giay-200 py-1.5"><span className="soft">Mã hồ sơ</span><span className="soft">cấp khi tiếp nhận</span></p>
              </div>
            )}
          </Sheet>
        </div>
      </form>
      {variant !== null && facts !== null && (
        <>
          <ContactDialog dialog={contact} procedureCode={facts.code} procedureName={facts.name} papers={papers} missing={missingPapers(papers, intake.given)} personName={intake.person.fullName} onDone={() => next(() => emptyIntake(newKey()))} />
          <RefuseDialog dialog={refusal} procedureCode={facts.code} procedureName={facts.name} papers={papers} personName={intake.person.fullName} onDone={() => next(() => emptyIntake(newKey()))} />
        </>
      )}
    </>
  )
}

/** Where the form is empty at its heart, that is said first. */
const sentenceOf = (problem: { code: string; sentence: string }, intake: Intake): string =>
  problem.code === 'see-fields' && intake.procedureCode === null ? 'Chưa chọn thủ tục. Nhấn T rồi gõ vài chữ.' : problem.sentence

'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { Note, Tag } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { TextInput } from '@/components/ui/text-input'
import { parseIdCardQr } from '@/lib/identity/domain/id-card-qr'
import { money, moneyForOfficer } from '@/lib/kernel/format'
import { amountOf, type Fee } from '@/lib/procedures/domain/fee'
import { KeptSubmit } from '../../_components/kept-submit'
import { ProblemNote } from '../../_components/problem-note'
import { useKeptForm } from '../../_components/use-kept-form'
import { newKey, personFromCard, sayQrProblem, type Trust } from '../../quay/_components/intake-state'
import { nobody } from '../../quay/_components/intake-types'
import { useDeskKeys } from '../../quay/_components/use-desk-keys'
import { useScanner } from '../../quay/_components/use-scanner'
import { settleAction } from '../actions'

export type SpotProcedure = { code: string; name: string; fees: Fee[] }
type Props = { firstKey: string; procedures: SpotProcedure[] }
type Typed = { key: string; subject: string; pages: string; copies: string; exemption: string }

const subjects = ['Căn cước', 'Giấy khai sinh', 'Bằng tốt nghiệp', 'Giấy chứng nhận quyền sử dụng đất', 'Hộ chiếu', 'Giấy phép lái xe', 'Sổ hộ khẩu cũ', 'Hợp đồng', 'Giấy ủy quyền']
const empty = (key: string): Typed => ({ key, subject: '', pages: '1', copies: '1', exemption: '' })

/** Certified while the citizen waits: scan, one key for the paper, pages, copies, Enter. Register number, fee and result are one press. */
export function SpotDesk({ firstKey, procedures }: Props) {
  const router = useRouter()
  const [code, setCode] = useState(procedures[0]!.code)
  const [typed, setTyped] = useState(empty(firstKey))
  const [person, setPerson] = useState(nobody)
  const [trust, setTrust] = useState<Trust>({})
  const [scanProblem, setScanProblem] = useState<string | null>(null)
  const { state, busy, form, forget } = useKeptForm(settleAction)
  const desk = useRef<HTMLFormElement>(null)
  const procedure = procedures.find((each) => each.code === code) ?? procedures[0]!
  const [pages, copies] = [Number(typed.pages), Number(typed.copies)]
  const fee = pages > 0 && copies > 0 ? procedure.fees.reduce((sum, each) => sum + (amountOf(each, { pages, copies }) ?? 0), 0) : 0
  const problem = state.status === 'problem' ? state : null

  useScanner((text) => {
    const card = parseIdCardQr(text)
    setScanProblem(card.ok ? null : sayQrProblem(card.problem.code))
    if (!card.ok) return
    const read = personFromCard(card.value, '')
    setPerson(read.person)
    setTrust(read.trust)
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  useDeskKeys({
    onPaper: (at) => {
      const subject = subjects[at]
      if (subject === undefined) return
      setTyped((before) => ({ ...before, subject }))
      focusOn('pages')
    },
    onReceive: () => desk.current?.requestSubmit(),
    onScan: () => (document.activeElement as HTMLElement | null)?.blur(),
  })
  // What was written is cleared for the next one; the list beside it shows its number.
  const written = state.status === 'done' ? state.value.code : null
  useEffect(() => {
    if (written === null) return
    setTyped(empty(newKey()))
    setPerson(nobody)
    setTrust({})
    ;(document.activeElement as HTMLElement | null)?.blur()
    router.refresh()
  }, [written, router])

  const field = (name: keyof Omit<Typed, 'key'>) => ({
    name, value: typed[name], autoComplete: 'off', className: '!mt-0', error: problem?.fields[name],
    onChange: (event: { target: { value: string } }) => { setTyped((before) => ({ ...before, [name]: event.target.value })); if (state.status === 'done') forget() },
  })
  const fieldOf = (name: 'fullName' | 'idNumber' | 'address') => ({
    name: `counter.${name}`, id: `counter-${name}`, value: person[name], autoComplete: 'off', className: '!mt-0', error: problem?.fields[name === 'idNumber' ? 'applicant.personalId' : `applicant.${name}`],
    hint: trust[name] === 'check' ? <span className="care-text">Đối chiếu với thẻ</span> : undefined,
    onChange: (event: { target: { value: string } }) => { setPerson((before) => ({ ...before, [name]: event.target.value })); setTrust((before) => ({ ...before, [name]: undefined })) },
  })
  return (
    <form {...form} ref={desk} onKeyDown={stepOnEnter}>
      <input type="hidden" name="idempotencyKey" value={typed.key} />
      <input type="hidden" name="procedureCode" value={code} />
      <input type="hidden" name="counter.birth" value={person.birth} /><input type="hidden" name="counter.sex" value={person.sex} />
      <Sheet title="Việc chứng thực" aside={trust.idNumber === 'sure' ? <Tag tone="done" icon="scan-line">Đọc từ QR thẻ căn cước</Tag> : <span className="soft"><Kbd>F2</Kbd> quét thẻ</span>} foot={
        <div className="flex flex-wrap items-center gap-4">
          <div><p className="soft text-xs">{pages > 0 && copies > 0 ? `${pages} trang × ${copies} bản` : 'Ghi số trang và số bản'}</p><p className="text-lg font-bold num">{typed.exemption === '' ? moneyForOfficer(fee) : 'Miễn'}</p></div>
          <label className="choice"><input type="checkbox" name="withSlip" value="on" /><span className="choice-text">In giấy tiếp nhận</span></label>
          <span className="ml-auto"><KeptSubmit busy={busy} busyLabel="Đang ghi…" big keys="Ctrl Enter">Ghi sổ, thu tiền, trả ngay</KeptSubmit></span>
        </div>
      }>
        <div className="grid gap-3">
          {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
          {state.status === 'done' && <Note tone="cham"><p role="status"><b>Đã ghi sổ và trả.</b> {state.value.feeVnd > 0 ? `Thu ${money(state.value.feeVnd)}.` : 'Không thu.'} Mã <span className="num">{state.value.code}</span>. <a href={`/can-bo/ho-so/${encodeURIComponent(state.value.code)}`}>Xem</a></p></Note>}
          {scanProblem !== null && <p role="alert" className="late-text">{scanProblem}</p>}
          <div className="flex flex-wrap gap-x-5" role="radiogroup" aria-label="Loại việc">
            {procedures.map((each) => <label className="choice" key={each.code}><input type="radio" name="loai" value={each.code} checked={each.code === code} onChange={() => setCode(each.code)} /><span className="choice-text">{each.name}</span></label>)}
          </div>
          <div className="grid gap-3 md:grid-cols-[1fr_160px_1fr]">
            <TextInput {...fieldOf('fullName')} label="Người yêu cầu" keys="H" aria-keyshortcuts="H" spellCheck={false} />
            <TextInput {...fieldOf('idNumber')} label="Số định danh" inputMode="numeric" code />
            <TextInput {...fieldOf('address')} label="Nơi cư trú" />
          </div>
          <div className="grid items-end gap-3 md:grid-cols-[1fr_90px_90px_1fr]">
            <TextInput {...field('subject')} label="Giấy tờ" keys="S" aria-keyshortcuts="S" list="giay-to-thuong-gap" />
            <TextInput {...field('pages')} label="Số trang" inputMode="numeric" code onFocus={(event) => event.target.select()} />
            <TextInput {...field('copies')} label="Số bản" inputMode="numeric" code onFocus={(event) => event.target.select()} />
            <TextInput {...field('exemption')} label="Miễn thu vì (để trống nếu thu đủ)" />
          </div>
          <datalist id="giay-to-thuong-gap">{subjects.map((subject) => <option key={subject} value={subject} />)}</datalist>
          <div className="flex flex-wrap gap-1.5" role="group" aria-label="Giấy tờ thường gặp">
            {subjects.map((subject, at) => <button type="button" key={subject} className="chip" onClick={() => { setTyped((before) => ({ ...before, subject })); focusOn('pages') }}><Kbd>{at + 1}</Kbd>{subject}</button>)}
          </div>
        </div>
      </Sheet>
    </form>
  )
}

const focusOn = (name: string): void => document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()

/** Enter goes to the next field that is still to be filled; after the number of copies it writes. */
function stepOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || !(event.target instanceof HTMLInputElement) || event.target.type === 'checkbox') return
  event.preventDefault()
  const order = ['counter.fullName', 'counter.idNumber', 'counter.address', 'subject', 'pages', 'copies']
  const next = order[order.indexOf(event.target.name) + 1]
  if (event.target.name === 'copies' || event.target.name === 'exemption' || next === undefined) event.currentTarget.requestSubmit()
  else focusOn(next)
}

'use client'

import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { Kbd } from '@/components/ui/kbd'
import { buildSearchIndex, type SearchEntry, searchProcedures } from '@/lib/procedures/domain/search'
import type { IntakeFacts } from './intake-types'

type Props = { index: SearchEntry[]; chosen: SearchEntry | undefined; facts: IntakeFacts | null; onChoose: (code: string) => void }

const SHOWN = 8

/** The procedure by a few letters without marks, its short form or its code. Enter takes the first; arrows go down the list. */
export function ProcedurePicker({ index, chosen, facts, onChoose }: Props) {
  const search = useMemo(() => buildSearchIndex(index), [index])
  const byCode = useMemo(() => new Map(index.map((entry) => [entry.code, entry])), [index])
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const found = typed.trim() === '' ? index.slice(0, SHOWN) : searchProcedures(search, typed, SHOWN).flatMap(({ code }) => byCode.get(code) ?? [])
  const choose = (code: string) => {
    onChoose(code)
    setOpen(false)
    box.current?.blur()
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setOpen(true)
      setAt((before) => Math.max(0, Math.min(found.length - 1, before + step)))
    }
    if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault()
      const entry = found[at]
      if (entry !== undefined) choose(entry.code)
    }
    if (event.key === 'Escape') box.current?.blur()
  }
  return (
    <div className="relative">
      <div className={chosen === undefined ? 'flex items-center gap-3.5' : 'flex items-center gap-3.5 rounded-md border border-cham-700 bg-cham-50 px-3 py-2'}>
        <input
          ref={box} id="thu-tuc" type="text" role="combobox" aria-expanded={open} aria-controls="thu-tuc-tim-duoc" aria-activedescendant={open ? `thu-tuc-${at}` : undefined} aria-label="Tìm thủ tục" aria-keyshortcuts="T"
          className={chosen === undefined ? 'input !mt-0' : 'input !mt-0 !w-36'} placeholder={chosen === undefined ? undefined : 'đổi thủ tục'} autoComplete="off" spellCheck={false} value={typed}
          onChange={(event) => { setTyped(event.target.value); setAt(0); setOpen(true) }} onFocus={(event) => { event.target.select(); setOpen(true) }} onBlur={() => setOpen(false)} onKeyDown={press}
        />
        {chosen !== undefined && <div className="min-w-0"><b className="text-base leading-snug">{chosen.plainName}</b><p className="soft"><span className="num">{chosen.code}</span>, {chosen.fieldName}{facts?.decision ? `. ${facts.decision}` : ''}</p></div>}
      </div>
      {chosen === undefined && <p className="soft mt-1 text-xs">Gõ vài chữ không dấu: <b>ks</b> khai sinh, <b>hon nhan</b> xác nhận hôn nhân; hoặc mã thủ tục. <Kbd>Enter</Kbd> lấy dòng đầu.</p>}
      {open && (
        <ul className="menu-list !right-0 block" id="thu-tuc-tim-duoc" role="listbox" aria-label="Thủ tục tìm được">
          {found.length === 0 && <li className="px-3.5 py-2">Không có thủ tục nào khớp. Gõ ít chữ hơn.</li>}
          {found.map((entry, row) => (
            <li key={entry.code} id={`thu-tuc-${row}`} role="option" aria-selected={row === at}>
              <button type="button" tabIndex={-1} aria-current={row === at || undefined} className={row === at ? 'bg-selected' : undefined} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(entry.code)}>
                <span className="min-w-0 flex-1 truncate">{entry.plainName}</span><span className="soft text-xs">{entry.fieldName}</span><span className="num text-xs">{entry.code}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

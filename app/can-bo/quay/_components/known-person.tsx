'use client'

import { useEffect, useState } from 'react'
import type { SearchRow } from '@/lib/dossiers/queries/search-dossiers'
import { stageLabel } from '@/lib/dossiers/wording'
import { idle } from '../../_components/action-idle'
import { knownPersonAction } from '../actions'

/** Whether the person at the counter was here before, by the whole personal number. Asked once it has its twelve figures. */
export function KnownPerson({ idNumber }: { idNumber: string }) {
  const digits = idNumber.replace(/\D/g, '')
  const [known, setKnown] = useState<{ of: string; rows: SearchRow[] }>({ of: '', rows: [] })
  useEffect(() => {
    if (digits.length !== 12) return
    let isStale = false
    const form = new FormData()
    form.set('idNumber', digits)
    knownPersonAction(idle, form).then(
      (answer) => !isStale && setKnown({ of: digits, rows: answer.status === 'done' ? answer.value : [] }),
      () => !isStale && setKnown({ of: '', rows: [] }),
    )
    return () => {
      isStale = true
    }
  }, [digits])
  if (known.of !== digits || digits === '') return <p className="soft text-xs">Quét hoặc nhập đủ số định danh để xem hồ sơ gần đây.</p>
  if (known.rows.length === 0) return <p className="soft text-xs">Chưa có hồ sơ nào của người này.</p>
  return (
    <div className="text-xs leading-relaxed">
      <b>Hồ sơ gần đây</b>
      <ul>
        {known.rows.map(({ code, procedureName, stage }) => (
          <li key={code} className="truncate"><a className="num" href={`/can-bo/ho-so/${encodeURIComponent(code)}`} target="_blank" rel="noreferrer">{code}</a> <span className="soft">{stageLabel[stage]}:</span> {procedureName}</li>
        ))}
      </ul>
    </div>
  )
}

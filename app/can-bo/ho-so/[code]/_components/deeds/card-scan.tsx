'use client'

import { useState } from 'react'
import { useScanner } from '../../../../quay/_components/use-scanner'
import { Icon } from '@/components/ui/icon'
import { useSent } from '../deed-form'
import { HintAndError } from '@/components/ui/field'

/** Waits for the QR code of an identity card. What was read goes with the form, proves the person there, and is kept nowhere. */
export function CardScan() {
  const { error } = useSent('cardScan')
  const [scan, setScan] = useState('')
  useScanner((text) => {
    if (text.includes('|')) setScan(text)
  })
  return (
    <div className="field !mt-0">
      <input type="hidden" name="cardScan" value={scan} />
      <p role="status" className={scan === '' ? 'soft' : 'done-text'}>
        <Icon name={scan === '' ? 'scan-line' : 'circle-check'} size="small" />{' '}
        {scan === '' ? 'Quét mã QR trên căn cước của người nhận để hệ thống đối chiếu.' : <>Đã quét căn cước của {scan.split('|')[2] ?? ''}, đối chiếu khi bấm Trả kết quả. <button type="button" className="link" onClick={() => setScan('')}>Bỏ lần quét này</button></>}
      </p>
      <HintAndError name="cardScan" error={error} />
    </div>
  )
}

import { MissingLines } from './missing-lines'
import { RadioGroup } from '@/components/ui/choices'
import { TextArea, TextInput } from '@/components/ui/text-input'
import { refusalReasons, type RefusalReason } from '@/lib/dossiers/domain/events'
import { refusalReasonLabel } from '@/lib/dossiers/wording'
import type { ReactNode } from 'react'

type Props = {
  papers: readonly { key: string; name: string }[]
  /** By field name: what is amiss, and what was typed before. */
  errors?: Record<string, string>
  typed?: Record<string, string>
  /** Before the ids, where a page has two of these forms. */
  prefix?: string
}

/** Why a dossier is not received; each reason opens what it has to name. Without JavaScript too. */
export function RefusalFields({ papers, errors = {}, typed = {}, prefix = 'tu-choi' }: Props) {
  const field = (name: string) => ({ name, id: `${prefix}-${name}`, error: errors[name], defaultValue: typed[name] })
  const asks: Partial<Record<RefusalReason, ReactNode>> = {
    'not-competent': <TextInput {...field('competentAgency')} label="Nơi có thẩm quyền" hint="Ví dụ: Công an xã nơi thường trú" autoComplete="off" />,
    'not-eligible': <TextArea {...field('condition')} label="Điều kiện chưa đáp ứng" hint="Điều kiện nào, văn bản nào quy định" rows={2} />,
    incomplete: <><MissingLines papers={papers} typed={typed} />{errors.missing !== undefined && <p className="field-error" role="alert">{errors.missing}</p>}</>,
    duplicate: <TextInput {...field('duplicateOf')} label="Mã hồ sơ đã có" hint="ví dụ Z99.19.01-261120-0017" width="20" autoComplete="off" />,
  }
  return (
    <>
      <RadioGroup {...field('reason')} label="Lý do" options={refusalReasons.map((reason) => ({ value: reason, label: refusalReasonLabel[reason], reveal: asks[reason] }))} />
      <TextArea {...field('text')} label="Giải thích cho người dân" hint="In trên Phiếu từ chối (Mẫu 03): vì sao, căn cứ nào, nên làm gì tiếp" rows={3} />
    </>
  )
}

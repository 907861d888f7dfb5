'use client'

import { Sheet } from '@/components/ui/sheet'
import { Kbd } from '@/components/ui/kbd'
import { Tag } from '@/components/ui/note'
import { TextInput } from '@/components/ui/text-input'
import type { Intake } from './intake-state'
import { KnownPerson } from './known-person'
import { PersonFields } from './person-fields'

type Props = { intake: Intake; errors: Record<string, string | undefined>; scanProblem: string | null; onChange: (change: Partial<Intake>) => void }

/** First sheet: the person at the counter, and on whose behalf. */
export function PersonSheet({ intake, errors, scanProblem, onChange }: Props) {
  const { person, trust, behalf } = intake
  const isScanned = trust.idNumber === 'sure'
  const isDone = person.fullName !== '' && !Object.values(trust).includes('check')
  return (
    <Sheet step={isDone ? 'done' : 1} title="Người nộp" aside={isScanned ? <Tag tone="done" icon="scan-line">Đọc từ QR thẻ căn cước</Tag> : <span className="soft inline-flex gap-1.5"><Kbd>F2</Kbd>quét thẻ</span>} foot={<KnownPerson idNumber={person.idNumber} />}>
      {scanProblem !== null && <p role="alert" className="late-text mb-2">{scanProblem}</p>}
      <PersonFields part="counter" person={person} trust={trust} errors={errors} onChange={(next) => onChange({ person: next, trust: looked(trust, person, next) })} />
      <label className="choice mt-2">
        <input type="checkbox" name="behalf.on" checked={behalf.on} onChange={(event) => onChange({ behalf: { ...behalf, on: event.target.checked } })} aria-keyshortcuts="U" />
        <span className="choice-text">Nộp thay người khác<Kbd>U</Kbd></span>
      </label>
      {behalf.on && (
        <fieldset className="mt-1 border-t border-giay-200 pt-2">
          <legend className="field-label float-left w-full">Chủ hồ sơ</legend>
          <div className="clear-both mb-1 flex gap-5">
            {(['person', 'organisation'] as const).map((kind) => (
              <label className="choice" key={kind}><input type="radio" name="behalf.kind" value={kind} checked={behalf.kind === kind} onChange={() => onChange({ behalf: { ...behalf, kind } })} /><span className="choice-text">{kind === 'person' ? 'Cá nhân' : 'Tổ chức, doanh nghiệp'}</span></label>
            ))}
          </div>
          <PersonFields part="behalf" person={behalf.person} organisation={behalf.kind === 'organisation'} errors={errors} onChange={(next) => onChange({ behalf: { ...behalf, person: next } })} />
          <TextInput name="behalf.mandate" id="behalf-mandate" label="Giấy ủy quyền hoặc quan hệ" hint="ví dụ Giấy ủy quyền số 88, ngày 12/11/2026; hoặc: cha của trẻ" className="mt-2.5" value={behalf.mandate} error={errors['behalf.mandate']} autoComplete="off" onChange={(event) => onChange({ behalf: { ...behalf, mandate: event.target.value } })} />
        </fieldset>
      )}
    </Sheet>
  )
}

/** A field that was typed over has been looked at. */
const looked = (trust: Intake['trust'], before: Intake['person'], after: Intake['person']): Intake['trust'] =>
  Object.fromEntries(Object.entries(trust).map(([name, mark]) => [name, before[name as keyof Intake['person']] === after[name as keyof Intake['person']] ? mark : 'sure']))

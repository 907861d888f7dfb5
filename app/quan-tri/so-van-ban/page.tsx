import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { numberingModes } from '@/lib/documents/domain/numbering'
import { numberingSettings } from '@/lib/documents/queries/numbering-settings'
import { numberingLabel, paperMark, paperName, sayPaperProblem } from '@/lib/documents/wording'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { type Query } from '@/lib/reports/inputs'
import { setNumberingAction } from './actions'

export const metadata: Metadata = { title: 'Đánh số văn bản' }

const one = (query: Query, name: string): string | null => [query[name]].flat()[0] || null

/** Where each kind of paper gets its numbers: one small form for each, without JavaScript too. */
export default async function NumberingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [officer, query] = [await requireOfficer(), await searchParams]
  const problem = sayPaperProblem(one(query, 'loi'))
  return (
    <>
      <PageHeading title="Đánh số văn bản" lead="Áp dụng cho văn bản ra từ lúc đổi. Văn bản đã có số giữ nguyên số." />
      <Sheet flush className="mt-3">
        <ul>
          {(await numberingSettings(officer)).map(({ form, mode, choosable }) => (
            <li key={form} className="border-b border-giay-300 p-4 last:border-0">
              <form action={setNumberingAction} className="flex flex-wrap items-center gap-3 [&_.field-label]:!m-0">
                <input type="hidden" name="form" value={form} />
                <label className="field-label min-w-72 flex-1" htmlFor={`mode-${form}`}>{[paperName[form], paperMark[form]].filter(Boolean).join(', ')}</label>
                {choosable
                  ? <><select className="input !m-0 !w-auto max-w-full" id={`mode-${form}`} name="mode" defaultValue={mode}>{numberingModes.map((each) => <option key={each} value={each}>{numberingLabel[each]}</option>)}</select><Button variant="outlined">Lưu</Button></>
                  : <span className="soft">{numberingLabel.series}: giấy này đưa ngay hoặc in từ sổ.</span>}
              </form>
              {one(query, 'xong') === form && <Note tone="cham" className="mt-2"><p role="status">Đã lưu. {numberingLabel[mode]}.</p></Note>}
              {problem !== undefined && one(query, 'loai') === form && <Note tone="vang" className="mt-2" title="Chưa lưu được"><p role="alert">{problem}</p></Note>}
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}

'use client'

import { useKeptValues } from './kept-form'

type Paper = { key: string; name: string; note: string | null; originals: number; copies: number }

/** The papers of the case, ticked as they are handed over; each with as many as the procedure asks for. */
export function PaperTicks({ papers }: { papers: readonly Paper[] }) {
  const values = useKeptValues()
  const isNew = Object.keys(values).length === 0
  return (
    <fieldset className="field">
      <legend className="field-label">Đánh dấu giấy tờ đã có</legend>
      {papers.map(({ key, name, note, originals, copies }, at) => (
        <div key={key}>
          <input type="hidden" name={`handedIn.${at}.documentKey`} value={key} />
          <input type="hidden" name={`handedIn.${at}.name`} value={name} />
          <input type="hidden" name={`handedIn.${at}.originals`} value={originals} />
          <input type="hidden" name={`handedIn.${at}.copies`} value={originals + copies === 0 ? 1 : copies} />
          <label className="choice"><input type="checkbox" name={`handedIn.${at}.on`} value="yes" defaultChecked={!isNew && `handedIn.${at}.on` in values} /><span className="choice-text">{name}{note !== null && <small>{note}</small>}</span></label>
        </div>
      ))}
      {papers.length === 0 && <p className="soft">Thủ tục này không yêu cầu giấy tờ.</p>}
    </fieldset>
  )
}

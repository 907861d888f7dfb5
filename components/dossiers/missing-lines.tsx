const usual = ['Chưa nộp.', 'Ảnh mờ, không đọc được. Chụp hoặc quét lại.', 'Thiếu chữ ký.', 'Thiếu trang.', 'Giấy tờ đã hết hạn. Nộp bản còn hạn.', 'Thông tin không khớp với giấy tờ khác. Nộp giấy tờ chứng minh.']
const OTHERS = 2

type Props = { papers: readonly { key: string; name: string }[]; /** by field name, what was typed before */ typed?: Record<string, string> }

/**
 * One line for each paper of the checklist and a few for anything else: what is wrong with it, and how to mend it. A line counts
 * where its sentence is filled in. Fields are named as lists (`missing.0.sentence`).
 */
export function MissingLines({ papers, typed = {} }: Props) {
  const others = Array.from({ length: OTHERS }, (_, at) => papers.length + at)
  return (
    <table className="data-table">
      <caption className="sr-only">Giấy tờ còn thiếu hoặc cần sửa</caption>
      <thead><tr><th scope="col">Giấy tờ</th><th scope="col" className="w-1/2">Thiếu gì, nộp thế nào (để trống nếu đã đủ)</th></tr></thead>
      <tbody>
        {papers.map(({ key, name }, at) => (
          <tr key={key}>
            <th scope="row" className="!font-normal">{name}<input type="hidden" name={`missing.${at}.documentKey`} value={key} /><input type="hidden" name={`missing.${at}.name`} value={name} /></th>
            <td className="!py-1"><input className="input !mt-0" name={`missing.${at}.sentence`} aria-label={`Thiếu gì: ${name}`} list="thieu-thuong-gap" defaultValue={typed[`missing.${at}.sentence`]} autoFocus={at === 0} autoComplete="off" /></td>
          </tr>
        ))}
        <tr className="group"><th colSpan={2} scope="colgroup">Giấy tờ hoặc nội dung khác</th></tr>
        {others.map((at) => (
          <tr key={at}>
            <td className="!py-1"><input className="input !mt-0" name={`missing.${at}.name`} aria-label="Giấy tờ hoặc nội dung khác" defaultValue={typed[`missing.${at}.name`]} autoComplete="off" /></td>
            <td className="!py-1"><input className="input !mt-0" name={`missing.${at}.sentence`} aria-label="Thiếu gì, nộp thế nào" list="thieu-thuong-gap" defaultValue={typed[`missing.${at}.sentence`]} autoComplete="off" /></td>
          </tr>
        ))}
      </tbody>
      <tfoot className="hidden"><tr><td colSpan={2}><datalist id="thieu-thuong-gap">{usual.map((sentence) => <option key={sentence} value={sentence} />)}</datalist></td></tr></tfoot>
    </table>
  )
}

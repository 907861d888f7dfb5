const NBSP = '\u00a0'

/** `\b` does not hold after Vietnamese letters ("Tư"), so words are fenced by hand. */
const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'

const weekday = new RegExp(`${before}(thứ) (Hai|Ba|Tư|Năm|Sáu|Bảy)${after}`, 'giu')
const sunday = new RegExp(`${before}(Chủ) (nhật)${after}`, 'giu')
const units = 'đ|đồng|%|ngày|giờ|phút|giây|tháng|năm|tuần|trang|bản|hồ|thủ|người|điểm|lần|KB|MB|km|m|m²'
/** "3 ngày", but not the "24 tháng" of "ngày 24 tháng 11". */
const quantity = new RegExp(`(\\d) (${units})${after}(?! \\d)`, 'gu')
const figures = /(\d) (?=\d)/gu
const pairs = new RegExp(`${before}(ví) (dụ)${after}`, 'giu')
const asking = new RegExp(`([\\p{L}]) (nào|đâu|lâu|nhiêu)${after}`, 'gu')
const ordinal = new RegExp(`${before}(ngày|tháng|năm|số|mẫu|quầy|quý|bước|phần|khoản|điều) (\\d)`, 'giu')

/**
 * Puts no-break spaces where a Vietnamese line must not break: `thứ Hai`, `Chủ nhật`, `8.000 đ`, `3 ngày`, `tháng 11`,
 * `0912 000 326`, `ngày nào`.
 * With `heading`, the last two syllables stay together too, so that no heading ends in a lone `đâu`.
 * Texts in code stay plain; this is applied where they are shown.
 */
export function nb(text: string, shownAs: 'text' | 'heading' = 'text'): string {
  const bound = text
    .replace(weekday, `$1${NBSP}$2`)
    .replace(sunday, `$1${NBSP}$2`)
    .replace(quantity, `$1${NBSP}$2`)
    .replace(ordinal, `$1${NBSP}$2`)
    .replace(pairs, `$1${NBSP}$2`)
    .replace(figures, `$1${NBSP}`)
    .replace(asking, `$1${NBSP}$2`)
  return shownAs === 'heading' ? bindLastWord(bound) : bound
}

/** Only in headings of four syllables or more: binding a short one would push it past a narrow screen. */
function bindLastWord(text: string): string {
  const syllables = text.trimEnd().split(' ')
  if (syllables.length < 4) return text
  const last = syllables.slice(-2)
  return last.join('').length > 12 ? text : [...syllables.slice(0, -2), last.join(NBSP)].join(' ')
}

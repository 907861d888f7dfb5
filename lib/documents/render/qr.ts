import { create } from 'qrcode'

/**
 * A QR code of error level M as one black path, without the quiet zone: the page leaves the room around it.
 * Runs of a row are drawn as one bar, which keeps the file small and the edges sharp on a 203 dpi printer.
 */
export function qrSvg(text: string): string {
  const { size, path } = qrPath(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}

/** The same as path data in a square of `size` units, for screens. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let start = 0; start < size; start += 1) {
      let end = start
      while (end < size && data[row * size + end]) end += 1
      if (end === start) continue
      path += `M${start} ${row}h${end - start}v1h-${end - start}z`
      start = end
    }
  }
  return { size, path }
}

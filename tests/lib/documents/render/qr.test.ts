import { expect, test } from 'vitest'
import { qrSvg } from '@/lib/documents/render/qr'

test('a QR code has error level M: in its format bits, dark then light at the start of row 8', () => {
  // ISO/IEC 18004: level M is 00, masked with 10. Level L would read dark, dark.
  expect(qrSvg('https://tanquoi.example.gov.vn/tra-cuu/m/7Kq2vXw9TnB4cR8sLd0fZg')).toContain('M0 8h1v1h-1z')
})

test('a QR code is one path of bars, with nothing of the text in it', () => {
  expect(qrSvg('"><script>alert(1)</script>')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+"><path d="(M\d+ \d+h\d+v1h-\d+z)+"\/><\/svg>$/)
})

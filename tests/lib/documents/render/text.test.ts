import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable, printableView } from '@/lib/documents/render/text'
import { renderPaper } from '@/lib/documents/render/render-paper'
import { aSlip } from '../papers'
import { textOf } from '../pdf'

const anyText = fc.string({ unit: 'binary', maxLength: 200 })

test('what is printable stays as it is', () => {
  fc.assert(fc.property(anyText, (text) => printable(printable(text)) === printable(text)))
})

test('a printable text is composed, on one line, and hides nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const printed = printable(text)
      expect(printed).toBe(printed.normalize('NFC'))
      expect(printed).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u)
    }),
  )
})

test.each([
  ['ho\u0302\u0300 so\u031b', 'hồ sơ', 'decomposed letters are composed'],
  ['dòng một\r\ndòng hai', 'dòng một dòng hai', 'lines are joined'],
  ['Lài\u202Egnp.exe', 'Làignp.exe', 'the reading order cannot be turned round'],
  ['Th\u00ADu\u200B L\u200Dài', 'Thu Lài', 'what has no width is gone'],
  ['Lài 😀 公司', 'Lài □ □□', 'a letter without a glyph is a box'],
  ['\u00a0\u00a0/PXL', '\u00a0\u00a0/PXL', 'room left for a pen stays'],
])('%j becomes %j: %s', (text, printed) => {
  expect(printable(text)).toBe(printed)
})

test('every string of a view goes through, however deep', () => {
  expect(printableView({ a: ['x\u0000', { b: 'y\n' }], c: null, d: 3, e: true })).toEqual({ a: ['x', { b: 'y' }], c: null, d: 3, e: true })
})

test('every character that is let through has a glyph in the regular and the bold face', async () => {
  const all = Array.from({ length: 0x2700 }, (_, code) => String.fromCodePoint(code)).filter((letter) => letter.trim() !== '' && printable(letter) === letter)
  expect(all.length).toBeGreaterThan(1400)
  const words = all.filter((letter) => !/\p{M}/u.test(letter)).join(' ')
  // PDF/A refuses a character that its face cannot draw, so that it renders is the proof.
  const { bytes } = await renderPaper('receipt-slip', { ...aSlip, content: words, returnPlace: words, explanation: words })
  expect(textOf(bytes)).toContain('Ặ')
})

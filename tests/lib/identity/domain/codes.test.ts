import { describe, expect, test } from 'vitest'
import { CODE_TRIES, decideOneTimeCode } from '@/lib/identity/domain/one-time-code'
import { decideTotp, secondsLeft, totpStep } from '@/lib/identity/domain/totp-step'

const at = new Date('2026-11-24T02:00:10Z')

describe('the second factor', () => {
  const present = BigInt(totpStep(at))

  test('the code of the present step is accepted once', () => {
    expect(decideTotp({ matches: true, at, lastStep: null })).toEqual({ ok: true, value: present })
    expect(decideTotp({ matches: true, at, lastStep: present - 1n })).toEqual({ ok: true, value: present })
    expect(decideTotp({ matches: true, at, lastStep: present })).toEqual({ ok: false, problem: { code: 'code-used', waitSeconds: 20 } })
  })

  test('a clock that was set back does not make an old code new', () => {
    expect(decideTotp({ matches: true, at, lastStep: present + 5n }).ok).toBe(false)
  })

  test('steps are 30 seconds long and begin on the half minute', () => {
    expect(totpStep(new Date('1970-01-01T00:00:59Z'))).toBe(1)
    expect(['02:00:00', '02:00:29', '02:00:30'].map((time) => secondsLeft(new Date(`2026-11-24T${time}Z`)))).toEqual([30, 1, 30])
  })
})

describe('a one-time code', () => {
  const sent = { tries: 1, expiresAt: new Date('2026-11-24T02:10:00Z'), usedAt: null }

  test.each([
    ['the right code opens', { ...sent }, true, { ok: true, value: null }],
    ['a wrong code leaves four tries', { ...sent }, false, { ok: false, problem: { code: 'code-wrong', triesLeft: 4 } }],
    ['the fifth try may still be right', { ...sent, tries: CODE_TRIES }, true, { ok: true, value: null }],
    ['the fifth wrong try is the last', { ...sent, tries: CODE_TRIES }, false, { ok: false, problem: { code: 'code-spent' } }],
    ['a sixth try is refused even with the right code', { ...sent, tries: CODE_TRIES + 1 }, true, { ok: false, problem: { code: 'code-spent' } }],
    ['a used code is over', { ...sent, usedAt: at }, true, { ok: false, problem: { code: 'code-expired' } }],
    ['after ten minutes it is over', { ...sent, expiresAt: at }, true, { ok: false, problem: { code: 'code-expired' } }],
  ])('%s', (_name, code, matches, answer) => expect(decideOneTimeCode(code, matches, at)).toEqual(answer))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldUntil, saidTogether } from '@/lib/notifications/domain/merging'
import { type Template, templates } from '@/lib/notifications/domain/message'

const waiting = (...of: Template[]) => of.map((template, at) => ({ id: `${at}`, template, body: `${template} ${at}` }))
const said = (of: Template[], awaitsSupplement = true): string[] => saidTogether(waiting(...of), { awaitsSupplement }).map(({ body }) => body)

describe('of messages that wait together', () => {
  test.each<[Template[], string[]]>([
    [['received'], ['received 0']],
    [['submitted', 'received'], ['received 1']],
    [['received', 'supplement-requested'], ['received 0', 'supplement-requested 1']],
    [['supplement-requested', 'apology'], ['supplement-requested 0', 'apology 1']],
    [['supplement-requested', 'verification-extended', 'supplement-requested'], ['supplement-requested 2']],
    [['received', 'supplement-requested', 'resolved'], ['resolved 2']],
    [['resolved', 'returned'], ['returned 1']],
  ])('%j says %j', (of, bodies) => expect(said(of)).toEqual(bodies))

  test('a request that was answered meanwhile is not repeated', () => expect(said(['supplement-requested', 'apology'], false)).toEqual(['apology 1']))

  test('the latest state is always said last, and an open request is never lost while the dossier goes on', () => {
    const ended: readonly Template[] = ['refused', 'resolved', 'result-waiting', 'result-posted', 'result-sent-back', 'returned', 'withdrawn', 'discontinued']
    fc.assert(fc.property(fc.array(fc.constantFrom(...templates), { minLength: 1, maxLength: 8 }), (of) => {
      const bodies = said(of)
      expect(bodies.at(-1)).toBe(`${of.at(-1)} ${of.length - 1}`)
      if (of.includes('supplement-requested') && !ended.includes(of.at(-1)!)) expect(bodies).toContain(`supplement-requested ${of.lastIndexOf('supplement-requested')}`)
    }))
  })
})

test('within an hour of the last message the next one waits, to the minute', () => {
  const sent = new Date('2026-11-20T02:00:00Z')
  expect(heldUntil(null, sent)).toBeNull()
  expect(heldUntil(sent, new Date('2026-11-20T02:59:59Z'))).toEqual(new Date('2026-11-20T03:00:00Z'))
  expect(heldUntil(sent, new Date('2026-11-20T03:00:00Z'))).toBeNull()
})

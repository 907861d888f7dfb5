import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dependenciesAreStale } from '@/scripts/lib/dependencies.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot-cua-deps-'))
  mkdirSync(join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lock = (packages: object) => writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
const installed = (packages: object) => writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
const next = { version: '16.4.6' }

test('what the lock names and npm has recorded is fresh, without npm being asked', () => {
  lock({ '': { name: 'x' }, 'node_modules/next': next })
  installed({ 'node_modules/next': next })
  expect(dependenciesAreStale(folder)).toBe(false)
})

test('nothing installed, an installation that was cut short, another version, a missing package: all are stale', () => {
  lock({ 'node_modules/next': next })
  expect(dependenciesAreStale(folder)).toBe(true)
  installed({})
  expect(dependenciesAreStale(folder)).toBe(true)
  installed({ 'node_modules/next': { version: '16.4.5' } })
  expect(dependenciesAreStale(folder)).toBe(true)
})

test('packages for other machines may be missing, the one for this machine may not', () => {
  const elsewhere = { version: '1.0.0', optional: true, os: ['plan9'], cpu: ['mips'] }
  const here = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] }
  lock({ 'node_modules/next': next, 'node_modules/elsewhere': elsewhere })
  installed({ 'node_modules/next': next })
  expect(dependenciesAreStale(folder)).toBe(false)
  lock({ 'node_modules/next': next, 'node_modules/here': here })
  expect(dependenciesAreStale(folder)).toBe(true)
})

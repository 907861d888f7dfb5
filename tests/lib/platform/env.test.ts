import { expect, test } from 'vitest'
import { env, readEnvironment } from '@/lib/platform/env'

const complete = (): Record<string, string | undefined> => {
  const names = ['MODE', 'APP_DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'NEXTAUTH_SECRET', 'FIELD_KEY', 'HASH_KEY', 'TRACKING_KEY']
  return Object.fromEntries(names.map((name) => [name, process.env[name]]))
}

test('every missing variable is named at once', () => {
  expect(() => readEnvironment({})).toThrow(/MODE: is missing\n.*APP_DATABASE_URL: is missing[^]*NEXTAUTH_SECRET: is missing[^]*TRACKING_KEY: is missing/)
})

test('a malformed key says what it should look like and never shows itself', () => {
  const source = { ...complete(), FIELD_KEY: 'k1:dG9vLXNob3J0', HASH_KEY: 'c2hvcnQ=' }
  expect(() => readEnvironment(source)).toThrow(/FIELD_KEY: must be "id:base64 of 32 bytes"[^]*HASH_KEY: must be base64 of at least 32 bytes/)
  expect(() => readEnvironment(source)).not.toThrow(/dG9vLXNob3J0|c2hvcnQ=/)
})

test('several field keys are read, the newest first', () => {
  const key = (letter: string) => Buffer.alloc(32, letter).toString('base64')
  expect(readEnvironment({ ...complete(), FIELD_KEY: `k2:${key('b')},k1:${key('a')}` }).fieldKeys.map(({ id }) => id)).toEqual(['k2', 'k1'])
})

test('the public address is an origin, the data folder absolute, and the owner unknown to the server', () => {
  const read = readEnvironment({ ...complete(), PUBLIC_URL: 'https://motcua.example.vn/', DATA_DIR: 'somewhere' })
  expect(read).toMatchObject({ publicUrl: 'https://motcua.example.vn', ownerDatabaseUrl: null })
  expect(read.dataDir).toMatch(/^\/.*\/somewhere$/)
})

test('the environment is read when it is asked for', () => expect(env.mode).toBe('demo'))

import { expect, test } from 'vitest'
import { readSettings } from '@/scripts/lib/settings'

const read = (environment: Record<string, string>) => readSettings(environment as unknown as NodeJS.ProcessEnv)
const DATABASE_URL = 'postgresql://owner@db/shop'

test('nothing said: a demonstration on this machine alone', () => {
  expect(read({})).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', database: null })
  expect(read({}).dataDir).toMatch(/\/\.data$/)
})

test('a database of one’s own means production, and never a demonstration', () => {
  expect(read({ DATABASE_URL })).toMatchObject({ mode: 'production', database: { ownerUrl: DATABASE_URL, applicationUrl: null } })
  expect(() => read({ DATABASE_URL, MODE: 'demo' })).toThrow('MODE=demo is refused together with DATABASE_URL')
  expect(read({ MODE: 'production' })).toMatchObject({ mode: 'production', database: null })
})

test('PUBLIC_URL is what links are made of, whatever the server listens on', () => {
  expect(read({ PUBLIC_URL: 'https://motcua.example.vn/', HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('https://motcua.example.vn')
  expect(read({ HOST: '0.0.0.0', PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080')
  expect(read({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000')
})

test.each([
  [{ MODE: 'test' }, /MODE is "test"[^]*either "demo" or "production"/],
  [{ PORT: '70000' }, /PORT is "70000"[^]*1 to 65535/],
  [{ PORT: '80a' }, /PORT is "80a"/],
  [{ PUBLIC_URL: 'motcua.example.vn' }, /PUBLIC_URL is "motcua.example.vn"/],
  [{ APP_DATABASE_URL: 'postgresql://app@db/shop' }, /APP_DATABASE_URL is set without DATABASE_URL/],
])('%j is answered with what it should be', (environment, sentence) => expect(() => read(environment)).toThrow(sentence))

test('an empty variable is one that was not set', () => {
  expect(read({ MODE: '', DATABASE_URL: '', PORT: '', HOST: '', DATA_DIR: '', PUBLIC_URL: '' })).toEqual(read({}))
})

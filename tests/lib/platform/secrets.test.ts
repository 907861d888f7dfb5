import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationSecrets, keptSecret, MissingSecrets } from '@/lib/platform/secrets'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mot-cua-secrets-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a demonstration makes its secrets once and keeps them from everybody else', async () => {
  const first = await applicationSecrets('demo', folder, {} as NodeJS.ProcessEnv)
  expect(await applicationSecrets('demo', folder, {} as NodeJS.ProcessEnv)).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(4)
  expect((await stat(join(folder, 'secrets'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'secrets/field-key'))).mode & 0o777).toBe(0o600)
  expect(await readFile(join(folder, 'secrets/hash-key'), 'utf8')).toBe(`${first.HASH_KEY}\n`)
})

test('a secret of the environment goes before the kept one', async () => {
  expect((await applicationSecrets('demo', folder, { HASH_KEY: 'given' } as unknown as NodeJS.ProcessEnv)).HASH_KEY).toBe('given')
})

test('production names all secrets it misses and makes none', async () => {
  const asked = applicationSecrets('production', join(folder, 'production'), { HASH_KEY: 'given' } as unknown as NodeJS.ProcessEnv)
  await expect(asked).rejects.toThrow(MissingSecrets)
  await expect(asked).rejects.toThrow('NEXTAUTH_SECRET, FIELD_KEY, TRACKING_KEY')
  await expect(stat(join(folder, 'production'))).rejects.toThrow('ENOENT')
})

test('an empty file, as a full disk leaves it, is no secret', async () => {
  await keptSecret(folder, 'CUT_SHORT')
  await writeFile(join(folder, 'secrets/cut-short'), '')
  expect(await keptSecret(folder, 'CUT_SHORT')).not.toBe('')
})

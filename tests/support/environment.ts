import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applicationUrl, ownerUrl } from './cluster'

const key = (letter: string): string => Buffer.alloc(32, letter).toString('base64')

/** What the product's start would put into the environment; keys are fixed so that a failing test can be run again. */
export const testEnvironment = (port: number, database: string): Record<string, string> => ({
  MODE: 'demo',
  APP_DATABASE_URL: applicationUrl(port, database),
  OWNER_DATABASE_URL: ownerUrl(port, database),
  PUBLIC_URL: 'http://127.0.0.1:3000',
  DATA_DIR: join(tmpdir(), 'mot-cua-tests', database),
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  NEXTAUTH_SECRET: key('n'),
  FIELD_KEY: `test:${key('f')}`,
  HASH_KEY: key('h'),
  TRACKING_KEY: key('t'),
})

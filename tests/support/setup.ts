import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { testEnvironment } from './environment'

// Runs before each file imports anything: the file's database has its name and address now, and is made when `useDatabase` asks for it.
const database = `test_${randomUUID().replaceAll('-', '')}`
Object.assign(process.env, testEnvironment(inject('databasePort'), database))

// `npm run test:deep` asks every property for more examples.
if (process.env.PROPERTY_RUNS !== undefined) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ numRuns: Number(process.env.PROPERTY_RUNS) })
}

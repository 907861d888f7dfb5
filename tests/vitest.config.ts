import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '..')
const deep = process.env.TEST_DEPTH === 'deep'

export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Outside of Next there is no client to protect: the guard is swapped for its own empty file.
      { find: /^server-only$/, replacement: join(root, 'node_modules/server-only/empty.js') },
    ],
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', ...(deep ? [] : ['tests/deep/**'])],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: deep ? 20 * 60_000 : 30_000,
    hookTimeout: 180_000,
    env: { TZ: 'UTC' },
  },
})

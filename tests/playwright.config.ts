import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = join(import.meta.dirname, '..')
/** Journeys in files `*.deep.spec.ts` take their time: `npm run test:deep` walks them, `npm test` walks the others. By name each runs either way. */
const depth = process.env.E2E_DEPTH
const port = Number(process.env.E2E_PORT ?? '3311')
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

/** With E2E_BASE_URL the tests visit a demonstration that runs already; without it they start one, with data of its own. */
const baseURL = process.env.E2E_BASE_URL ?? `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: depth === 'deep' ? /\.deep\.spec\.ts$/ : depth === 'everyday' ? /(?<!\.deep)\.spec\.ts$/ : /\.spec\.ts$/,
  outputDir: join(root, 'test-results'),
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  globalTimeout: (depth === 'deep' ? 15 : 8) * 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['dot'], ['json']] : [['list']],
  use: {
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? installed,
      args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'phone', testIgnore: ['officer/**', 'administrator/**', 'leader/**'], use: { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } },
    // Citizens come on a phone; the story's officers open a desktop of their own.
    { name: 'desktop', testIgnore: ['story/**', 'citizen/**'], use: { viewport: { width: 1366, height: 768 } } },
  ],
  ...(process.env.E2E_BASE_URL
    ? {}
    : {
        webServer: {
          command: `"${process.execPath}" scripts/start.mjs`,
          cwd: root,
          url: baseURL,
          timeout: 6 * 60_000,
          stdout: 'ignore',
          gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
          env: { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: process.env.E2E_DATA_DIR ?? join(tmpdir(), `mot-cua-e2e-${port}`), MODE: 'demo' },
        },
      }),
})

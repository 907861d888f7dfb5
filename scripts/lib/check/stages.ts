import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildIsStale } from '../build'
import { freePort } from '../ports'
import { ROOT } from '../root.mjs'
import { runQuietly, step } from '../steps.mjs'
import { ensurePdfTools, findChromium } from './machine'
import { none, onePassed, oneFailed, tallyPlaywright, tallyVitest, type Tally } from './tally'

/** One part of the check. Throws what the reader should see; whatever it throws counts as one failure. */
export type Stage = { name: string; run: (scratch: string) => Promise<Tally> }

const bin = (path: string): string => join(ROOT, 'node_modules', path)

export const types: Stage = {
  name: 'types',
  run: async () => {
    await node([bin('next/dist/bin/next'), 'typegen'])
    await node([bin('typescript/bin/tsc'), '--noEmit', '--pretty', 'false'])
    return onePassed
  },
}

export const lint: Stage = {
  name: 'lint',
  run: async () => {
    await node([bin('oxlint/bin/oxlint'), '-c', 'tests/oxlint.json', '--deny-warnings', '.'])
    return onePassed
  },
}

export const unit: Stage = {
  name: 'architecture, rules and database',
  run: async (scratch) => {
    await ensurePdfTools()
    return vitest(join(scratch, 'vitest.json'), [], {})
  },
}

/** Journeys through the built product in a real browser, against an installation of their own. */
const journeys = (name: string, depth: 'everyday' | 'deep'): Stage => ({
  name,
  run: async (scratch) => {
    if (!filesUnder('tests/e2e').some((file) => file.endsWith('.deep.spec.ts') === (depth === 'deep'))) return none
    const report = join(scratch, `playwright-${depth}.json`)
    await run([bin('@playwright/test/cli.js'), 'test', '--config', 'tests/playwright.config.ts'], {
      CHROMIUM_PATH: await findChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      E2E_DEPTH: depth,
      E2E_PORT: String(await freePort()),
      E2E_DATA_DIR: join(scratch, `data-${depth}`),
      E2E_SESSIONS: join(scratch, 'sessions'),
    })
    return tallyPlaywright(report)
  },
})
export const browser = journeys('browser and accessibility', 'everyday')
export const deepBrowser = journeys('longer journeys in the browser', 'deep')

export const building: Stage = {
  name: 'build',
  run: async () => {
    if (buildIsStale()) await build()
    return none
  },
}

/** Long properties over every file that states one, then walks and crashes. */
export const deepProperties: Stage = {
  name: 'properties, 10,000 examples each',
  run: async (scratch) => {
    const files = filesUnder('tests').filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith('tests/deep/') && readFileSync(join(ROOT, file), 'utf8').includes('fast-check'))
    return files.length === 0 ? none : vitest(join(scratch, 'properties.json'), files, { PROPERTY_RUNS: process.env.PROPERTY_RUNS ?? '10000' })
  },
}

/** One file after the other: some of them hold a stopwatch. */
export const deep: Stage = {
  name: 'random walks and crashes',
  run: async (scratch) => (filesUnder('tests/deep').some((file) => /\.test\.tsx?$/.test(file)) ? vitest(join(scratch, 'deep.json'), ['--no-file-parallelism', 'tests/deep/'], {}) : none),
}

async function vitest(report: string, filters: string[], env: Record<string, string>): Promise<Tally> {
  const depth: Record<string, string> = filters.length > 0 ? { TEST_DEPTH: 'deep' } : {}
  await run([bin('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...filters], { ...depth, ...env })
  return tallyVitest(report)
}

const node = (args: string[]): Promise<string> => runQuietly(process.execPath, args, { env: environment({}), mend: '' })

/** Shows what the runner says only where something failed; the verdict is in its report, not in its exit code. */
async function run(args: string[], env: Record<string, string>): Promise<void> {
  await runQuietly(process.execPath, args, { env: environment({ NO_COLOR: '1', ...env }), mend: '', tail: 400 }).catch((fault: Error) => console.error(fault.message.trimEnd()))
}

/** Nothing of the caller's installation reaches a test: it would be tested against, or worse, written to. */
function environment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, DATABASE_URL: _a, APP_DATABASE_URL: _b, OWNER_DATABASE_URL: _c, DATA_DIR: _d, MODE: _e, PUBLIC_URL: _f, PORT: _g, HOST: _h, NODE_ENV: _i, ...rest } = process.env
  return { ...rest, NEXT_TELEMETRY_DISABLED: '1', ...extra } as unknown as NodeJS.ProcessEnv
}

const filesUnder = (folder: string): string[] => {
  try {
    return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1).replaceAll('\\', '/'))
  } catch {
    return []
  }
}

/** Runs one stage and prints its line; a fault is printed and counted, so that the stages behind it still run. */
export async function runStage(stage: Stage, scratch: string): Promise<Tally> {
  try {
    return await step(stage.name, () => stage.run(scratch), ({ failed }) => failed === 0)
  } catch (fault) {
    console.error(fault instanceof Error && fault.name === 'Stumble' ? fault.message.trimEnd() : fault)
    return oneFailed
  }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasCommand } from '../dependencies.mjs'
import { ROOT } from '../root.mjs'
import { runQuietly, step } from '../steps.mjs'
import { Stumble } from '../stumble.mjs'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium the browser tests use: CHROMIUM_PATH, an installed one, Debian's package, and last Playwright's own download. */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Stumble(`CHROMIUM_PATH is ${given}, and there is no such file.`, 'Correct it, or unset it.')
  const found = given || installedChromium()
  if (found) return found
  if (canInstall()) await aptInstall(['chromium', 'fonts-liberation']).catch(() => undefined)
  return installedChromium() ?? downloaded()
}

const installedChromium = (): string | undefined => INSTALLED.find((path) => existsSync(path))

async function downloaded(): Promise<string> {
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  const mend = 'Install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.'
  await step('downloading Chromium', () => runQuietly(process.execPath, [join(ROOT, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { mend }))
  return chromium.executablePath()
}

/** pdftotext and pdffonts read our papers in tests. Where they cannot be had, the tests that need them say so. */
export async function ensurePdfTools(): Promise<void> {
  if (!hasCommand('pdftotext') && canInstall()) await aptInstall(['poppler-utils']).catch(() => undefined)
}

const canInstall = (): boolean => process.getuid?.() === 0 && hasCommand('apt-get')

const aptInstall = (packages: string[]): Promise<void> =>
  step(`installing ${packages.join(', ')} (apt-get)`, async () => {
    const mend = `Install by hand: apt-get install ${packages.join(' ')}`
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runQuietly('apt-get', ['update', '-q'], { mend, env })
    await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { mend, env })
  })

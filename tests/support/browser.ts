import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Cookie, type Page } from '@playwright/test'

/** The rules of WCAG 2.2 at level AA; best practices of the tool's own are not law. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with each barrier, the rule it breaks and where it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  const barriers = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(' ')}\n${failureSummary}`))
  expect(barriers).toEqual([])
}

/** Nothing of the page is wider than the screen: nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

/**
 * Signs a demonstration account in as its page offers it, password and code, and ends on `to`. A code serves once in thirty seconds,
 * so that the session of an account is kept for the run and used again; a code that a test beside us has just used is waited out.
 */
export async function signInAs(page: Page, username: string, to = '/can-bo'): Promise<void> {
  const file = sessionFile(username)
  await page.context().addCookies(keptCookies(file))
  await page.goto(to)
  if (!isSignIn(page)) return
  await page.goto(`/can-bo/dang-nhap?${new URLSearchParams({ 'tai-khoan': username, tiep: to })}`)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL('**/can-bo/dang-nhap/ma')
  await expect(async () => {
    await page.goto('/can-bo/dang-nhap/ma')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/can-bo/dang-nhap'), { timeout: 5000 })
  }).toPass({ timeout: 50_000 })
  writeFileSync(file, JSON.stringify(await page.context().cookies()))
}

const isSignIn = (page: Page): boolean => new URL(page.url()).pathname.startsWith('/can-bo/dang-nhap')

function sessionFile(username: string): string {
  // The workers of one run have one parent.
  const folder = process.env.E2E_SESSIONS ?? join(tmpdir(), `mot-cua-sessions-${process.ppid}`)
  mkdirSync(folder, { recursive: true })
  return join(folder, `${username}.json`)
}

function keptCookies(file: string): Cookie[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Cookie[]
  } catch {
    return []
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from '@/scripts/lib/lock'
import { birthOf } from '@/scripts/lib/processes'

let folder = ''
const others: ChildProcess[] = []
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mot-cua-lock-'))))
afterEach(async () => {
  await Promise.all(others.splice(0).map(kill))
  rmSync(folder, { recursive: true, force: true })
})

const holder = () => JSON.parse(readFileSync(join(folder, 'start.lock'), 'utf8')) as { pid: number }
const named = (pid = 0) => ({ pid, birth: birthOf(pid) })
const write = (content: object | string) => writeFileSync(join(folder, 'start.lock'), typeof content === 'string' ? content : JSON.stringify(content))

function program(): ChildProcess {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1e6)'], { stdio: 'ignore' })
  others.push(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exited
}

test('a second start beside a running one is told so at once', async () => {
  const release = await takeLock(folder)
  await expect(takeLock(folder)).rejects.toThrow(`Một Cửa is already running on this data (process ${process.pid}, ${folder}).`)
  release()
  const again = await takeLock(folder)
  again()
})

test('of many starts at once on a stale lock, one wins', async () => {
  write({ ...named(process.pid), birth: 'another boot', starter: named(1) })
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the lock of a killed start is taken over', async () => {
  const other = program()
  write({ ...named(other.pid), starter: named(process.pid) })
  await expect(takeLock(folder)).rejects.toThrow('already running')
  await kill(other)
  await takeLock(folder)
  expect(holder().pid).toBe(process.pid)
})

test('a start whose starter is gone is stopping: it is waited for', async () => {
  const [starter, other] = [program(), program()]
  write({ ...named(other.pid), starter: named(starter.pid) })
  await kill(starter)
  const taken = takeLock(folder)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(holder().pid).toBe(other.pid)
  await kill(other)
  await taken
  expect(holder().pid).toBe(process.pid)
})

test('a lock whose process number now belongs to another program, or that was cut short in writing, is taken over', async () => {
  write({ pid: process.pid, birth: 'another boot 1', starter: named(process.pid) })
  await takeLock(folder)
  expect(holder().pid).toBe(process.pid)
  write('{"pid":')
  await takeLock(folder)
  expect(holder().pid).toBe(process.pid)
})

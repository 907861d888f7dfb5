import { spawn, type ChildProcess } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { isAlive } from '@/scripts/lib/processes'
import { Supervised } from '@/scripts/lib/supervise'

const sleeper = (code = 'setInterval(() => {}, 1000)'): ChildProcess => spawn(process.execPath, ['-e', code], { stdio: 'ignore' })

test('a child that is killed is started again, and stopped for good when asked', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const children: ChildProcess[] = []
  const supervised = new Supervised('worker', () => {
    children.push(sleeper())
    return Promise.resolve(children.at(-1)!)
  })
  const first = await supervised.start()
  supervised.keep()
  first.kill('SIGKILL')
  await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 3000 })
  await supervised.stop(2000)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(children).toHaveLength(2)
  expect(children.some((child) => isAlive(child.pid ?? 0))).toBe(false)
  expect(said).toHaveBeenCalledExactlyOnceWith('The worker ended (SIGKILL); it is started again.')
  said.mockRestore()
})

test('a child that ends before it is kept is not tried again; one that ended a moment before is', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  let starts = 0
  const supervised = new Supervised('server', () => {
    starts += 1
    return Promise.resolve(sleeper('process.exit(3)'))
  })
  const child = await supervised.start()
  await new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(starts).toBe(1)
  supervised.keep()
  await vi.waitFor(() => expect(starts).toBeGreaterThan(1), { timeout: 3000 })
  await supervised.stop(1000)
  said.mockRestore()
})

test('a child that does not heed the request is ended by force', async () => {
  const supervised = new Supervised('worker', () => Promise.resolve(sleeper('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)')))
  const child = await supervised.start()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await supervised.stop(200)
  expect(child.signalCode).toBe('SIGKILL')
})

import { readdirSync, readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

/** One way to ask a server: where, with what, how often in a round. */
export type Workload = { name: string; pid: number; url: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; bodies?: () => string; perRound: number; expect?: number }
/** Server CPU per request, one value a round (the first is dropped). @unit milliseconds */
export type Measured = { name: string; median: number; rounds: number[] }

const AT_ONCE = 16
const ROUNDS = 4
/** @unit milliseconds of one tick of /proc/<pid>/stat */
const TICK = 10

/** Interleaves the workloads, so that what else the machine does hits all of them alike. */
export async function measure(workloads: readonly Workload[]): Promise<Map<string, Measured>> {
  const rounds = new Map(workloads.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const load of workloads) {
      const before = cpuOf(load.pid)
      await run(load)
      const perRequest = ((cpuOf(load.pid) - before) * TICK) / load.perRound
      if (round > 0) rounds.get(load.name)!.push(perRequest)
    }
  }
  return new Map([...rounds].map(([name, values]) => [name, { name, rounds: values, median: values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]! }]))
}

async function run(load: Workload): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let left = load.perRound
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const status = await ask(agent, load)
      if (status !== (load.expect ?? 200)) throw new Error(`${load.name} answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  agent.destroy()
}

const ask = (agent: Agent, { url, method = 'GET', headers = {}, bodies }: Workload): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = bodies?.()
    const sent = request(url, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) } }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', reject)
    sent.end(body)
  })

/** User and system time of a process and all it started. @unit ticks */
function cpuOf(root: number): number {
  const parents = new Map<number, number>()
  const ticks = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
      parents.set(Number(name), Number(fields[1]))
      ticks.set(Number(name), Number(fields[11]) + Number(fields[12]))
    } catch {
      // It ended while we looked.
    }
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && parents.get(pid)! > 1 && isOurs(parents.get(pid)!))
  return [...ticks].filter(([pid]) => isOurs(pid)).reduce((sum, [, value]) => sum + value, 0)
}

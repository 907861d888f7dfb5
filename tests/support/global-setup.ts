import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { createServer as createPlaceholder, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Cluster } from '@/scripts/lib/postgres/cluster'
import { copyTemplate, dropCopy, startTestCluster } from './cluster'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the server of this run listens, or will listen once the first file asks for a database. */
    databasePort: number
    /** POST /<name> makes a database, DELETE /<name> drops it. */
    databaseDesk: string
  }
}

/**
 * One database server for the run, started when the first file asks for a database: a run of pure rules never waits for it.
 * Its address is settled beforehand and its port held by a placeholder, so that every file knows its URL before it imports anything.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-test-'))
  const placeholder = createPlaceholder().listen(0, '127.0.0.1')
  await once(placeholder, 'listening')
  const { port } = placeholder.address() as AddressInfo

  let cluster: Promise<Cluster> | undefined
  const start = async (): Promise<Cluster> => {
    await new Promise((resolve) => placeholder.close(resolve))
    return startTestCluster(join(folder, 'postgres'), port)
  }
  const desk = createServer(async (request, response) => {
    const name = (request.url ?? '').slice(1)
    try {
      await (cluster ??= start())
      await (request.method === 'DELETE' ? dropCopy(port, name) : copyTemplate(port, name))
      answer(response, 200, '')
    } catch (fault) {
      answer(response, 500, fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
    }
  }).listen(0, '127.0.0.1')
  await once(desk, 'listening')
  project.provide('databasePort', port)
  project.provide('databaseDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`)

  return async () => {
    desk.close()
    placeholder.close()
    await (await cluster?.catch(() => undefined))?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const answer = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

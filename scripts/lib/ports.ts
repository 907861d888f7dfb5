import { createServer } from 'node:net'

/** Whether a program could listen there now. */
export const isFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })

/** A port nobody listens on: the preferred one while it is free. */
export const freePort = async (preferred = 0): Promise<number> =>
  preferred > 0 && (await isFree(preferred))
    ? preferred
    : new Promise((resolve, reject) => {
        const server = createServer()
        server.once('error', reject)
        server.listen({ port: 0, host: '127.0.0.1' }, () => {
          const address = server.address()
          server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))))
        })
      })

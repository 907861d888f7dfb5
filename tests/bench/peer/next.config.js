import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

/** The bare application that ours is measured beside: same Next, same machine, same minute. */
export default {
  poweredByHeader: false,
  outputFileTracingRoot: root,
  turbopack: { root },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pino', 'sharp', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler'],
}

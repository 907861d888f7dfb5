import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // A lockfile in a parent folder would otherwise move the root of the build.
  outputFileTracingRoot: here,
  turbopack: { root: here },
  images: { unoptimized: true },
  // Native addons and packages that look for files beside themselves stay outside the bundle.
  serverExternalPackages: ['@myriaddreamin/typst-ts-node-compiler', '@node-rs/argon2', 'sharp', 'pino', 'pg', 'graphile-worker'],
}

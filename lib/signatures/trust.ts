import 'server-only'
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { env } from '@/lib/platform/env'
import type { TrustedRoot } from './cms/chain'
import { demonstrationRoot } from './demonstration'

let kept: Promise<readonly TrustedRoot[]> | undefined

/** The authorities that this installation knows: those of its operator, and in a demonstration its own, which is said to be one. */
export function trustedRoots(): Promise<readonly TrustedRoot[]> {
  if (kept === undefined) {
    kept = load()
    kept.catch(() => (kept = undefined))
  }
  return kept
}

async function load(): Promise<readonly TrustedRoot[]> {
  const file = env.signing.rootsFile
  const known = file === null ? [] : (await readFile(/* turbopackIgnore: true */ file, 'utf8')).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const own = env.mode === 'demo' ? [{ certificate: new X509Certificate(await demonstrationRoot()), authority: 'demonstration' as const }] : []
  return [...known.map((pem) => ({ certificate: new X509Certificate(pem), authority: 'known' as const })), ...own]
}

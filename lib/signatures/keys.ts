import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '@/lib/kernel/result'
import { env } from '@/lib/platform/env'
import { demonstrationKey, demonstrationPassphrase, type Subject } from './demonstration'
import { pkcs12Signer, WrongPassphrase } from './signers/pkcs12'
import { remoteSigner } from './signers/remote'
import type { Signer } from './signers/signer'

export type NoKey = { code: 'signing-off' } | { code: 'no-certificate' } | { code: 'key-not-opened' }

/** The name under which the seal of a commune is kept; a leader's key has the user name ("bach-quang.chutich"). */
export const sealKeyName = (slug: string): string => `${slug}.con-dau`

/** Can anything be signed digitally on this installation? What screens ask before they offer it. */
export const isSigningOn = (): boolean => env.mode === 'demo' || env.signing.folder !== null || env.signing.service !== null

/**
 * Whoever signs under that name. A demonstration makes a key for whoever asks; production has what its operator put there,
 * in a folder or behind a signing service, and no key is ever made for it.
 */
export async function signerFor(name: string, subject: Subject): Promise<Result<Signer, NoKey>> {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name)) return fail({ code: 'no-certificate' })
  const { folder, passphrase, service } = env.signing
  if (env.mode === 'demo') return opened(await demonstrationKey(name, subject), await demonstrationPassphrase())
  if (service !== null) return ok(remoteSigner({ url: service.url, keyId: name, accessToken: service.key }))
  if (folder === null) return fail({ code: 'signing-off' })
  const file = await readFile(join(/* turbopackIgnore: true */ folder, `${name}.p12`)).catch((fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? null : Promise.reject(fault)))
  return file === null ? fail({ code: 'no-certificate' }) : opened(file, passphrase ?? '')
}

function opened(file: Buffer, passphrase: string): Result<Signer, NoKey> {
  try {
    return ok(pkcs12Signer(file, passphrase))
  } catch (fault) {
    if (fault instanceof WrongPassphrase) return fail({ code: 'key-not-opened' })
    throw fault
  }
}

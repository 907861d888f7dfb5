import { z } from 'zod'
import type { Signer } from './signer'

/** Where the service answers, whose key it is to use, and how we prove that we may ask. */
export type RemoteService = { url: string; keyId: string; accessToken: string }

const base64 = z.string().transform((text) => Buffer.from(text, 'base64'))
const Certificates = z.object({ certificates: z.array(base64).min(1) })
const Signature = z.object({ signature: base64 })

/** A person may have to confirm on a telephone. @unit milliseconds */
const PATIENCE = 120_000

/** The service did not answer, or not as agreed: nothing was signed, and it may be tried again. */
export class SigningServiceAway extends Error {}

/**
 * A remote signing service: the document stays here, only its hash travels (`POST /sign {keyId, sha256}` → `{signature}`), and
 * `GET /certificates?keyId=` tells whose key it is. Providers differ in names and sign-in; each gets a small adapter of this shape.
 */
export function remoteSigner({ url, keyId, accessToken }: RemoteService): Signer {
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const headers = { authorization: `Bearer ${accessToken}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const answer = await fetch(`${url}${path}`, { method: body === undefined ? 'GET' : 'POST', headers, body: body === undefined ? undefined : JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) }).catch((fault: unknown) => {
      throw new SigningServiceAway(String(fault))
    })
    if (!answer.ok) throw new SigningServiceAway(`answered ${answer.status}`)
    return answer.json()
  }
  const understood = <T>(schema: z.ZodType<T>, answer: unknown): T => {
    const read = schema.safeParse(answer)
    if (!read.success) throw new SigningServiceAway('answered something else than agreed')
    return read.data
  }
  return {
    certificates: async () => understood(Certificates, await ask(`/certificates?${new URLSearchParams({ keyId })}`)).certificates,
    sign: async ({ sha256 }) => understood(Signature, await ask('/sign', { keyId, sha256: Buffer.from(sha256).toString('base64') })).signature,
  }
}

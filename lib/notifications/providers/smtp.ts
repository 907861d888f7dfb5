import 'server-only'
import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { failureOfSmtp } from '../domain/failure'
import type { MessageProvider } from './provider'

const Fault = z.object({ responseCode: z.int().optional() })
const PATIENCE = 15_000

/**
 * E-mail through the commune's mail server. The Message-ID is made of our key: a mail that a crash sent twice carries the same one,
 * and mailboxes show it once. Text only: nothing to click that could be somebody else's.
 */
export function smtp(url: string, from: string): MessageProvider {
  const transport = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: 2 * PATIENCE, disableFileAccess: true, disableUrlAccess: true })
  const host = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    name: 'smtp',
    send: async ({ key, address, subject, body }) => {
      try {
        // The address as an object: its text is never read as a list of several.
        const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${host}>`
        await transport.sendMail({ from, to: { name: '', address }, subject, text: body, messageId, headers: { 'Auto-Submitted': 'auto-generated' } })
        return { outcome: 'accepted' }
      } catch (fault) {
        const failure = failureOfSmtp(Fault.safeParse(fault).data?.responseCode)
        if (failure === null) throw fault
        return { outcome: 'refused', failure }
      }
    },
  }
}

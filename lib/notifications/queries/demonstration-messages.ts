import 'server-only'
import { z } from 'zod'
import { decryptField } from '@/lib/platform/crypto'
import { reference } from '@/lib/platform/db'
import { messageFailures } from '../domain/failure'
import { holdReasons, messageChannels, messageStates } from '../domain/message'

const Row = z.object({
  id: z.uuid(),
  commune_name: z.string(),
  channel: z.enum(messageChannels),
  template: z.string(),
  recipient: z.string(),
  subject: z.string().nullable(),
  body: z.string(),
  state: z.enum(messageStates),
  held: z.enum(holdReasons).nullable(),
  send_after: z.date().nullable(),
  failure: z.enum(messageFailures).nullable(),
  created_at: z.date(),
})
type Read = z.output<typeof Row>

export type DemonstrationMessage = Pick<Read, 'id' | 'channel' | 'template' | 'state' | 'held' | 'failure'> & {
  communeName: string; recipient: string; /** Empty: none. */ subject: string; body: string; sendAfter: Date | null; at: Date
}

/** Everything that a demonstration would have sent or still would, the newest first. Empty in production, whoever asks. */
export async function demonstrationMessages(most = 100): Promise<DemonstrationMessage[]> {
  const rows = await reference().$queryRaw`select * from mc_demo_messages(${most}::int)`
  return z.array(Row).parse(rows).map(({ id, channel, template, state, held, failure, ...row }) => ({
    id, channel, template, state, held, failure, communeName: row.commune_name, recipient: decryptField(row.recipient), subject: row.subject === null ? '' : decryptField(row.subject),
    body: decryptField(row.body), sendAfter: row.send_after, at: row.created_at,
  }))
}

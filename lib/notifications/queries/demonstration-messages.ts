import 'server-only'
import { z } from 'zod'
import { decryptField } from '@/lib/platform/crypto'
import { reference } from '@/lib/platform/db'
import { templates } from '../domain/message'

const Row = z.object({
  id: z.uuid(),
  commune_name: z.string(),
  channel: z.enum(['sms', 'email']),
  template: z.enum(templates).or(z.string()),
  recipient: z.string(),
  body: z.string(),
  created_at: z.date(),
})

export type DemonstrationMessage = { id: string; communeName: string; channel: 'sms' | 'email'; template: string; recipient: string; body: string; at: Date }

/** Everything that a demonstration would have sent, the newest first. Empty in production, whoever asks. */
export async function demonstrationMessages(most = 100): Promise<DemonstrationMessage[]> {
  const rows = await reference().$queryRaw`select * from mc_demo_messages(${most}::int)`
  return z.array(Row).parse(rows).map((row) => ({
    id: row.id, communeName: row.commune_name, channel: row.channel, template: row.template,
    recipient: decryptField(row.recipient), body: decryptField(row.body), at: row.created_at,
  }))
}

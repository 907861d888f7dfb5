import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '@/lib/platform/db'
import type { AccessKind } from './domain/access'

/** Notes that a person opened a citizen's data. Nobody can change or remove the note afterwards. */
export const recordAccess = (tx: Tx, access: { dossierId: string; staffId: string; what: AccessKind; reason: string }): Promise<unknown> =>
  tx.accessLog.create({ data: { communeId: tx.communeId, id: uuidv7(), ...access } })

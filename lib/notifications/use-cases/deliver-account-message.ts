import 'server-only'
import type { Deliver } from '@/lib/identity/domain/delivery'
import { sendMessage } from './send-message'

/** How a sign-in sends its code, and a new device is told of: the door brings this to the use cases of identity. Quiet hours do not hold them up. */
export const deliverAccountMessage: Deliver = ({ communeId, to, ...message }) =>
  sendMessage({ kind: 'system', name: 'sign-in' }, communeId, { ...message, recipient: to, dossierId: null })

import 'server-only'
import type { MessageProvider } from './provider'

/** In a demonstration these are numbers and addresses of nobody, so that a message that comes back can be seen. */
const NOBODY = /(00000$)|(^khong-co@)/

/** A demonstration writes messages down and sends none: they stand on its outbox page. */
export const demonstration: MessageProvider = {
  name: 'demo',
  send: ({ channel, address }) =>
    Promise.resolve(NOBODY.test(address) ? { outcome: 'refused', failure: channel === 'email' ? 'mailbox-unknown' : 'number-unknown' } : { outcome: 'accepted' }),
}

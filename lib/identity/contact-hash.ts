import 'server-only'
import { keyedHash } from '@/lib/platform/crypto'
import type { Contact } from './domain/contact'

/** What a contact is found by without being stored readable. */
export const contactHash = ({ channel, address }: Contact): string => keyedHash(`contact\0${channel}\0${address}`)

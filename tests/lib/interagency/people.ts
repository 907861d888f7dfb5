import type pg from 'pg'
import type { Officer } from '@/lib/identity/domain/actor'
import { type Login, officerOf } from '@/tests/builders/people'

/** Someone of a partner unit of the demonstration commune that has them. */
export const partnerOf = (owner: pg.Client, login: 'thue' | 'datdai'): Promise<Officer> => officerOf(owner, 'bach-quang', login as Login)

import 'server-only'
import type { z } from 'zod'
import type { Result } from '@/lib/kernel/result'
import { env } from '@/lib/platform/env'
import type { NewsInput } from '../inputs'
import type { NotAuthentic } from '../signature'
import { localProvider } from './local-provider'

/** What a gateway needs to take a payment. */
export type Order = { intentId: string; communeId: string; merchant: string; merchantName: string; amountVnd: number; purpose: string; dossierId: string }
export type NewsProblem = NotAuthentic | { code: 'news-unreadable'; fields: Record<string, string> }

/** A gateway as this house speaks with it. Its return address proves nothing; only `readNews` does. */
export type PaymentProvider = {
  /** The last part of its address for notifications, and of its secret. */
  key: string
  name: string
  /** Where the payer is sent. */
  startUrl: (order: Order) => Promise<string>
  /** Authentic news in the words of this house, or why it is not. */
  readNews: (header: string | null, body: string, at: Date) => Result<z.output<typeof NewsInput>, NewsProblem>
}

/** Every gateway this installation listens to. A real one is added here with its contract. */
const providers = (): readonly PaymentProvider[] => (env.mode === 'demo' ? [localProvider] : [])

/** The gateway that takes payments now; null where there is none. */
export const paymentProvider = (): PaymentProvider | null => providers()[0] ?? null
export const providerNamed = (key: string): PaymentProvider | null => providers().find((provider) => provider.key === key) ?? null

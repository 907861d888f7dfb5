import type { QuietHours } from './quiet-hours'

/** How a commune writes to people. */
export type NotificationSetting = {
  /** No message goes out in these hours but one-time codes; null: at any hour. */
  quietHours: QuietHours | null
  /** What a mobile number is written to by, where both have a gateway. */
  phoneChannel: 'sms' | 'zalo'
  /** Results that nobody fetched: the first reminder, the next ones, how many at most. @unit working days; times */
  uncollected: { first: number; every: number; most: number }
  /** So long before its last day a supplement is asked for again. @unit working days */
  supplementNear: number
  /** Officers get their list at the opening of the working day. */
  digest: boolean
}

export const defaultSetting: NotificationSetting = {
  quietHours: { from: '21:00', to: '07:00' }, phoneChannel: 'sms', uncollected: { first: 7, every: 14, most: 3 }, supplementNear: 2, digest: true,
}

/** Why a message will never arrive: what the provider or the mail server said for good. */
export const messageFailures = ['number-unknown', 'mailbox-unknown', 'mailbox-full', 'blocked', 'not-on-zalo', 'refused', 'gave-up'] as const
export type MessageFailure = (typeof messageFailures)[number]

/** After so many temporary failures a message has lost its meaning; with growing pauses that is about half a day. @unit attempts */
export const MOST_ATTEMPTS = 12

/** What a mail server's answer means: null where it may be tried again. @law RFC 5321, 4.2: 5yz is a permanent negative reply */
export function failureOfSmtp(responseCode: number | undefined): MessageFailure | null {
  if (responseCode === undefined || responseCode < 500) return null
  if (responseCode === 552) return 'mailbox-full'
  return [550, 551, 553].includes(responseCode) ? 'mailbox-unknown' : 'refused'
}

/**
 * What a gateway's answer means: null where it may be tried again. A key that is not accepted (401, 403) is put right by the
 * installation, so that the message waits for that too.
 */
export function failureOfHttp(status: number, said: string | null): MessageFailure | null {
  if (![400, 404, 409, 410, 422].includes(status)) return null
  return messageFailures.find((failure) => failure === said) ?? 'refused'
}

/** A Zalo message that cannot arrive goes on as a text message; whoever has no such number hears nothing that way either. */
export const goesOnAsText = (channel: string, failure: MessageFailure): boolean => channel === 'zalo' && failure !== 'number-unknown'

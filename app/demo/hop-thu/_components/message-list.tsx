import { Icon } from '@/components/ui/icon'
import { phone, tableInstant } from '@/lib/kernel/format'
import type { DemonstrationMessage } from '@/lib/notifications/queries/demonstration-messages'
import { messageChannelLabel } from '@/lib/notifications/wording'

/** Messages as their readers would have seen them, the newest first. */
export const MessageList = ({ messages }: { messages: DemonstrationMessage[] }) => (
  <ol className="mt-3 border-t border-line">
    {messages.map((message) => (
      <li key={message.id} className="grid gap-1 border-b border-line py-4" data-template={message.template}>
        <p className="soft flex flex-wrap items-center gap-x-3 text-base">
          <Icon name={message.channel === 'sms' ? 'smartphone' : 'mail'} label={messageChannelLabel[message.channel]} />
          <b className="num text-ink">{message.channel === 'sms' ? phone(message.recipient) : message.recipient}</b>
          <time className="num" dateTime={message.at.toISOString()}>{tableInstant(message.at)}</time>
          <span>{message.communeName}</span>
        </p>
        <p className="leading-normal whitespace-pre-line break-words">{spaced(message.body)}</p>
      </li>
    ))}
  </ol>
)

/** A lone run of six figures is a one-time code: shown so that it can be read aloud. */
const spaced = (body: string) => {
  const [before, code, after] = body.split(/(?<![\d.-])(\d{6})(?![\d-])/)
  return code === undefined || after === undefined ? body : <>{before}<b className="num text-xl">{code}</b>{after}</>
}

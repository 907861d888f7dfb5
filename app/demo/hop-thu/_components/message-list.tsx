import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/note'
import { longInstant, phone, tableInstant } from '@/lib/kernel/format'
import type { DemonstrationMessage } from '@/lib/notifications/queries/demonstration-messages'
import { failureLabel, holdReasonLabel, messageChannelLabel, messageStateLabel } from '@/lib/notifications/wording'

const channelIcon = { sms: 'smartphone', zalo: 'message-square', email: 'mail' } as const

/** Messages as their readers would have seen them, the newest first; what waits or could not go says why. */
export const MessageList = ({ messages }: { messages: DemonstrationMessage[] }) => (
  <ol className="mt-3 border-t border-line">
    {messages.map((message) => (
      <li key={message.id} className="grid gap-1 border-b border-line py-4" data-template={message.template} data-state={message.state}>
        <p className="soft flex flex-wrap items-center gap-x-3 text-base">
          <Icon name={channelIcon[message.channel]} label={messageChannelLabel[message.channel]} />
          <b className="num text-ink">{message.channel === 'email' ? message.recipient : phone(message.recipient)}</b>
          <time className="num" dateTime={message.at.toISOString()}>{tableInstant(message.at)}</time>
          <span>{message.communeName}</span>
          <State message={message} />
        </p>
        {message.channel === 'email' && message.subject !== '' && <p className="font-semibold">{message.subject}</p>}
        <p className="leading-normal whitespace-pre-line break-words">{spaced(message.body)}</p>
      </li>
    ))}
  </ol>
)

function State({ message: { state, held, sendAfter, failure } }: { message: DemonstrationMessage }) {
  if (state === 'sent') return null
  if (state === 'failed') return <Tag tone="late">Chưa gửi được{failure === null ? '' : `: ${failureLabel[failure]}`}</Tag>
  if (state === 'queued' && sendAfter !== null) return <Tag tone="paused">{`Gửi lúc ${longInstant(sendAfter)}${held === null ? '' : `, ${holdReasonLabel[held]}`}`}</Tag>
  return <Tag>{messageStateLabel[state]}</Tag>
}

/** A lone run of six figures is a one-time code: shown so that it can be read aloud. */
const spaced = (body: string) => {
  const [before, code, after] = body.split(/(?<![\d.-])(\d{6})(?![\d-])/)
  return code === undefined || after === undefined ? body : <>{before}<b className="num text-xl">{code}</b>{after}</>
}

import { RuledSection } from '@/components/ui/page-heading'
import type { MessageView } from '@/lib/dossiers/queries/message-view'
import { longInstant } from '@/lib/kernel/format'
import { messageChannelLabel, messageName } from '@/lib/notifications/wording'

/** What was sent about this dossier, to where, and whether it went: whoever missed one knows that it was there. */
export function ToldYou({ messages }: { messages: readonly MessageView[] }) {
  const shown = messages.filter(({ state }) => state !== 'merged')
  if (shown.length === 0) return null
  return (
    <RuledSection title="Tin đã gửi cho bạn">
      <ul className="grid gap-2 text-base">
        {shown.map((message) => (
          <li key={message.id}>
            <b>{messageName(message.template)}</b>
            <span className="soft block">{messageChannelLabel[message.channel]} tới <span className="num">{message.recipient}</span>, {outcome(message)}</span>
          </li>
        ))}
      </ul>
    </RuledSection>
  )
}

function outcome({ state, at, sendAfter }: MessageView): string {
  switch (state) {
    case 'sent': return `lúc ${longInstant(at)}`
    case 'failed': return 'chưa gửi được; xem lại số điện thoại hoặc thư với Bộ phận Một cửa'
    case 'no-gateway': return 'chưa gửi đi; theo dõi tại trang này'
    default: return sendAfter === null ? 'đang gửi' : `sẽ gửi lúc ${longInstant(sendAfter)}`
  }
}

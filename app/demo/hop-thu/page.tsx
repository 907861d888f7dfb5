import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CitizenShell } from '@/components/layout/citizen-shell'
import { EmptyState } from '@/components/ui/note'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { demonstration } from '@/lib/identity/queries/demonstration'
import { env } from '@/lib/platform/env'
import { demonstrationMessages } from '@/lib/notifications/queries/demonstration-messages'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CodeBoard } from './_components/code-board'
import { MessageList } from './_components/message-list'

export const metadata: Metadata = { title: 'Hộp thư trình diễn', robots: { index: false } }

const REFRESH = 15

/** What a demonstration would have sent, and the codes that phones would show. It reloads itself, without JavaScript. */
export default async function DemonstrationOutboxPage({ searchParams }: { searchParams: Promise<{ xa?: string; dung?: string }> }) {
  if (env.mode !== 'demo') notFound()
  const { xa, dung } = await searchParams
  const [messages, shown] = await Promise.all([demonstrationMessages(40), demonstration(xa, (await chosenCommune())?.name)])
  const next = Math.min(REFRESH, shown.accounts[0]?.secondsLeft ?? REFRESH)
  return (
    <CitizenShell place="Môi trường trình diễn" exit={{ href: '/', label: 'Về trang đầu' }} demo>
      {dung === undefined && <meta httpEquiv="refresh" content={String(next)} />}
      <div className="pt-6 pb-16">
        <PageHeading title="Hộp thư trình diễn" lead="Ở đây không gửi tin nhắn hay thư điện tử nào ra ngoài. Mọi thứ lẽ ra đã gửi nằm trên trang này." />
        <p className="mt-3 text-base">{dung === undefined ? <>Trang tự tải lại. <a href="?dung=1">Dừng tự tải lại</a></> : <>Trang đang đứng yên. <a href="/demo/hop-thu">Tự tải lại</a></>}</p>
        <div className="columns-side">
          <Section title="Tin nhắn và thư đã gửi" id="tin-nhan">
            {messages.length === 0 ? <EmptyState action={{ href: '/dang-nhap', label: 'Thử đăng nhập' }}>Chưa có tin nào.</EmptyState> : <MessageList messages={messages} />}
          </Section>
          <Section title="Mã xác thực của cán bộ" id="ma"><CodeBoard shown={shown} /></Section>
        </div>
      </div>
    </CitizenShell>
  )
}

import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { Note, Tag, Toast } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { messageChannels } from '@/lib/notifications/domain/message'
import { messageTemplates, type TemplateCell, type TemplateRow } from '@/lib/notifications/queries/message-templates'
import { messageChannelLabel, templateLabel } from '@/lib/notifications/wording'
import { NotForYou } from '../_components/not-for-you'
import { TEMPLATES, templateHref } from './_components/addresses'

export const metadata: Metadata = { title: 'Mẫu tin' }

/** What people are told for each event, on each channel. */
export default async function TemplatesPage({ searchParams }: { searchParams: Promise<{ 'da-luu'?: string }> }) {
  const [found, search] = [await messageTemplates(await requireOfficer()), await searchParams]
  if (found === null) return <NotForYou />
  const { rows, withoutGateway } = found
  return (
    <>
      <PageHeading title="Mẫu tin" lead="Nội dung gửi người dân theo từng việc và từng đường gửi." actions={<ButtonLink variant="outlined" icon="settings" href={`${TEMPLATES}/cach-bao`}>Giờ gửi và nhắc</ButtonLink>} />
      {withoutGateway.length > 0 && <Note tone="vang" className="mb-3"><p>Chưa có cổng gửi: {withoutGateway.map((channel) => messageChannelLabel[channel]).join(', ')}. Tin theo đường này được ghi lại, không gửi đi.</p></Note>}
      <Sheet flush>
        <DataTable<TemplateRow>
          caption="Mẫu tin theo việc và đường gửi" rows={rows} rowKey={({ template }) => template} stack
          columns={[
            { key: 'template', head: 'Việc', rowHead: true, cell: ({ template }) => templateLabel[template] },
            ...messageChannels.map((channel, at) => ({ key: channel, head: messageChannelLabel[channel], width: 'w-60', cell: ({ template, cells }: TemplateRow) => <Cell name={templateLabel[template]} href={templateHref(template, channel)} cell={cells[at]!} /> })),
          ]}
        />
      </Sheet>
      {search['da-luu'] !== undefined && <Toast>Đã lưu. Tin gửi từ bây giờ dùng nội dung mới.</Toast>}
    </>
  )
}

const Cell = ({ name, href, cell: { channel, isOwn, changedAt } }: { name: string; href: string; cell: TemplateCell }) => (
  <a href={href} className="inline-flex flex-wrap items-center gap-2">
    {isOwn ? <><Tag tone="cham">Riêng của xã</Tag><span className="soft num">{changedAt === null ? '' : shortDay(localDateOf(changedAt))}</span></> : 'Mặc định'}
    <span className="sr-only">, sửa mẫu {name}, {messageChannelLabel[channel]}</span>
  </a>
)

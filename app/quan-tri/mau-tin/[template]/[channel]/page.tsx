import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Tag } from '@/components/ui/note'
import { Sheet } from '@/components/ui/sheet'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { longInstant } from '@/lib/kernel/format'
import { neededIn, placeholderNames } from '@/lib/notifications/domain/template-text'
import { ChannelName, TemplateName } from '@/lib/notifications/inputs'
import { messageTemplate, type TemplateVersion } from '@/lib/notifications/queries/message-templates'
import { messageChannelLabel, placeholderMeaning, templateLabel } from '@/lib/notifications/wording'
import { NotForYou } from '../../../_components/not-for-you'
import { TEMPLATES } from '../../_components/addresses'
import { RestoreForm } from '../../_components/restore-form'
import { TemplateForm } from '../../_components/template-form'

export const metadata: Metadata = { title: 'Sửa mẫu tin' }

type Props = { params: Promise<{ template: string; channel: string }> }

/** One text: edited beside what it will look like, with what may stand in it and who changed it before. */
export default async function TemplatePage({ params }: Props) {
  const read = await params
  const [template, channel] = [TemplateName.safeParse(read.template), ChannelName.safeParse(read.channel)]
  if (!template.success || !channel.success) notFound()
  const found = await messageTemplate(await requireOfficer(), template.data, channel.data)
  if (found === null) return <NotForYou />
  const { text, versions } = found
  const needed = neededIn(template.data)
  return (
    <>
      <BackLink href={TEMPLATES}>Mẫu tin</BackLink>
      <PageHeading title={templateLabel[template.data]} tags={<><Tag>{messageChannelLabel[channel.data]}</Tag>{text.isOwn ? <Tag tone="cham">Riêng của xã</Tag> : <Tag>Mặc định</Tag>}</>} />
      <div className="staff-columns">
        <div className="grid content-start gap-3">
          <TemplateForm template={template.data} channel={channel.data} text={text} />
          {text.isOwn && <RestoreForm template={template.data} channel={channel.data} version={text.version} />}
          <Sheet title="Các lần sửa"><Versions versions={versions} /></Sheet>
        </div>
        <aside className="grid content-start gap-3">
          <Sheet title="Chỗ điền">
            <p className="soft">Viết tên trong ngoặc nhọn. Đoạn trong ngoặc vuông chỉ hiện khi mọi chỗ điền trong đó có nội dung.</p>
            <dl className="mt-2 grid gap-1.5">
              {placeholderNames.map((name) => <div key={name}><dt><b className="font-semibold">{`{${name}}`}</b>{needed.includes(name) && <> <Tag tone="care">Phải có</Tag></>}</dt><dd className="soft">{placeholderMeaning[name]}</dd></div>)}
            </dl>
          </Sheet>
        </aside>
      </div>
    </>
  )
}

function Versions({ versions }: { versions: readonly TemplateVersion[] }) {
  if (versions.length === 0) return <p className="soft">Chưa ai sửa, đang dùng nội dung mặc định.</p>
  return (
    <ol className="grid gap-2">
      {versions.map(({ version, at, author, body }) => (
        <li key={version}><p><b>Lần {version}</b>, {longInstant(at)}, {author}{body === null && ': dùng lại mặc định'}</p>{body !== null && <p className="soft whitespace-pre-line">{body}</p>}</li>
      ))}
    </ol>
  )
}

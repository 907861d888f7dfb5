import type { Metadata } from 'next'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { notificationSetting } from '@/lib/notifications/queries/message-templates'
import { NotForYou } from '../../_components/not-for-you'
import { TEMPLATES } from '../_components/addresses'
import { SettingForm } from '../_components/setting-form'

export const metadata: Metadata = { title: 'Giờ gửi và nhắc' }

/** When people are written to, and when they are reminded. */
export default async function SettingPage() {
  const setting = await notificationSetting(await requireOfficer())
  if (setting === null) return <NotForYou />
  return (
    <>
      <BackLink href={TEMPLATES}>Mẫu tin</BackLink>
      <PageHeading title="Giờ gửi và nhắc" lead="Mỗi hồ sơ, mỗi giờ một người nhận nhiều nhất một tin; tin đến sau được gộp lại." />
      <SettingForm setting={setting} />
    </>
  )
}

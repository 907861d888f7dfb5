import { Button } from '@/components/ui/button'
import { LinkRows } from '@/components/ui/lists'
import { RuledSection } from '@/components/ui/page-heading'
import { Select } from '@/components/ui/text-input'
import type { Demonstration } from '@/lib/identity/queries/demonstration'
import { roleLabel } from '@/lib/identity/wording'

/** Who can be tried out in one commune. A name fills the form; the second factor is asked for all the same. */
export function DemonstrationAccounts({ shown, tiep }: { shown: Demonstration; tiep: string }) {
  const back: Record<string, string> = tiep === '' ? {} : { tiep }
  return (
    <RuledSection title="Tài khoản trình diễn">
      <p className="soft text-base">Bấm một tên để điền sẵn tên đăng nhập và mật khẩu; mã 6 số được điền ở bước 2.</p>
      <CommuneChoice shown={shown} hidden={back} />
      <LinkRows rows={shown.accounts.map((account) => ({
        href: `/can-bo/dang-nhap?${new URLSearchParams({ 'tai-khoan': account.username, ...back })}`,
        title: account.title === '' ? account.roles.map((role) => roleLabel[role]).join(', ') : account.title,
        detail: <>{account.name} · <span className="num">{account.username}</span></>,
      }))} />
    </RuledSection>
  )
}

/** Whose accounts are shown; a plain form, so that it works without JavaScript. */
export const CommuneChoice = ({ shown, hidden = {} }: { shown: Demonstration; hidden?: Record<string, string> }) => (
  <form className="mt-3 flex items-end gap-2">
    {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
    <Select name="xa" label="Xã, phường" className="!mt-0 min-w-0 flex-1" defaultValue={shown.communeName} key={shown.communeName} options={shown.communes.map((name) => ({ value: name, label: name }))} />
    <Button variant="outlined">Chọn</Button>
  </form>
)

import { CommuneChoice } from '../../../can-bo/dang-nhap/_components/demonstration-accounts'
import { Pairs } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/note'
import type { Demonstration } from '@/lib/identity/queries/demonstration'

/** What the authenticators of the demonstration accounts show at this moment. All codes change together. */
export function CodeBoard({ shown }: { shown: Demonstration }) {
  const left = shown.accounts[0]?.secondsLeft
  if (left === undefined) return <EmptyState>Chưa có tài khoản trình diễn.</EmptyState>
  return (
    <>
      <p className="soft mt-3 text-base">Mã đổi sau <b className="num">{left} giây</b>. Mỗi mã dùng một lần.</p>
      <svg className="mt-2 block h-1.5 w-full" viewBox="0 0 30 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width="30" height="1" className="fill-giay-200" />
        <rect width={left} height="1" className="fill-cham-700" />
      </svg>
      <CommuneChoice shown={shown} />
      <div className="mt-4">
        <Pairs ruled rows={shown.accounts.map((account) => ({
          label: `${account.title}, ${account.name}`,
          value: <a className="num text-lg font-semibold" data-account={account.username} href={`/can-bo/dang-nhap?${new URLSearchParams({ 'tai-khoan': account.username })}`}>{account.code}</a>,
        }))} />
      </div>
    </>
  )
}

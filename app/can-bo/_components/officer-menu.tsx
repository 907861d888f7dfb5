import { Icon } from '@/components/ui/icon'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { postsOf } from '@/lib/identity/queries/posts'

/** Under the name: other posts of the same account, the keys, the way out. */
export async function OfficerMenu({ officer }: { officer: Officer }) {
  const others = (await postsOf(officer)).filter(({ staffId }) => staffId !== officer.staffId)
  const here = { communeId: officer.communeId }
  return (
    <>
      {officer.roles.includes('leader') && <a href="/lanh-dao"><Icon name="chart-column" />Trang lãnh đạo</a>}
      {may(officer, 'register.read', here) && <a href="/can-bo/so-theo-doi"><Icon name="book-open" />Sổ theo dõi hồ sơ</a>}
      {may(officer, 'leg.hand-over', here) && <a href="/can-bo/lien-thong"><Icon name="building-2" />Việc liên thông</a>}
      <a href="/can-bo/vang-mat"><Icon name="calendar-x" />Vắng mặt, làm thay</a>
      {may(officer, 'workflow.oversee', here) && <a href="/can-bo/buoc-qua-han"><Icon name="timer" />Bước quá hạn</a>}
      {others.length > 0 && (
        <form method="post" action="/can-bo/doi-don-vi">
          {others.map((post) => <button key={post.staffId} name="staffId" value={post.staffId}><Icon name="building-2" />{post.communeName}, {post.title}</button>)}
        </form>
      )}
      <button type="button" data-keys-help><Icon name="list" />Phím tắt</button>
      <form method="post" action="/can-bo/dang-xuat"><button><Icon name="log-out" />Thoát</button></form>
    </>
  )
}

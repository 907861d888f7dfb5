import { Icon } from '@/components/ui/icon'
import type { Officer } from '@/lib/identity/domain/actor'
import { postsOf } from '@/lib/identity/queries/posts'

/** Under the name: the officers' desk, other posts of the same account, the way out. */
export async function LeaderMenu({ officer }: { officer: Officer }) {
  const others = (await postsOf(officer)).filter(({ staffId }) => staffId !== officer.staffId)
  return (
    <>
      <a href="/can-bo"><Icon name="inbox" />Hàng việc của cán bộ</a>
      <a href="/can-bo/vang-mat"><Icon name="calendar-x" />Vắng mặt, làm thay</a>
      <a href="/can-bo/buoc-qua-han"><Icon name="timer" />Bước quá hạn</a>
      <a href="/lanh-dao/bao-cao/tiep-nhan"><Icon name="clipboard-check" />Cách tiếp nhận</a>
      {others.length > 0 && (
        <form method="post" action="/can-bo/doi-don-vi">
          {others.map((post) => <button key={post.staffId} name="staffId" value={post.staffId}><Icon name="building-2" />{post.communeName}, {post.title}</button>)}
        </form>
      )}
      <form method="post" action="/can-bo/dang-xuat"><button><Icon name="log-out" />Thoát</button></form>
    </>
  )
}

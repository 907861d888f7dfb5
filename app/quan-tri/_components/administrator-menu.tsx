import { Icon } from '@/components/ui/icon'
import type { Officer } from '@/lib/identity/domain/actor'
import { postsOf } from '@/lib/identity/queries/posts'

/** Under the name: the desk where there is work there too, other posts of the same account, the keys, the way out. */
export async function AdministratorMenu({ officer }: { officer: Officer }) {
  const others = (await postsOf(officer)).filter(({ staffId }) => staffId !== officer.staffId)
  return (
    <>
      {officer.roles.some((role) => role !== 'administrator') && <a href="/can-bo"><Icon name="inbox" />Hàng việc của cán bộ</a>}
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

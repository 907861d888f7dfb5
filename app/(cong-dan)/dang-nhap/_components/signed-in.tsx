import { Button, ButtonLink, ButtonRow } from '@/components/ui/button'
import { Note } from '@/components/ui/note'
import { phone } from '@/lib/kernel/format'

/** For whoever is signed in already: on, or out. */
export const SignedIn = ({ contact, tiep }: { contact: string; tiep: string }) => (
  <div className="mt-6">
    <Note tone="cham"><p>Bạn đang đăng nhập bằng <b className="num">{contact.includes('@') ? contact : phone(contact)}</b>.</p></Note>
    <form method="post" action="/dang-xuat" className="mt-5">
      <ButtonRow>
        <ButtonLink href={tiep === '' ? '/ho-so-cua-toi' : tiep}>{tiep === '' ? 'Xem hồ sơ của tôi' : 'Tiếp tục'}</ButtonLink>
        <Button variant="outlined" icon="log-out">Thoát</Button>
      </ButtonRow>
    </form>
  </div>
)

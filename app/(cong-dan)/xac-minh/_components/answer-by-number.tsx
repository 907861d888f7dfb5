import { Note } from '@/components/ui/note'
import type { PublicPaper } from '@/lib/dossiers/queries/public-paper'
import { PublicPaperView } from './public-paper-view'

/** Found or not. That there is none may also mean a slip of the pen, and says so. */
export function AnswerByNumber({ papers }: { papers: readonly PublicPaper[] }) {
  if (papers.length === 0) {
    return <Note tone="vang" title="Không có giấy nào khớp" className="mt-6"><p role="status">Xem lại loại giấy, số và ngày đúng như in trên giấy. Nếu vẫn không có, hỏi cơ quan ghi ở đầu giấy.</p></Note>
  }
  return (
    <section className="mt-6" aria-label="Giấy đã cấp">
      <Note tone="cham" title="Cơ quan này có cấp giấy như vậy"><p role="status">Số, ngày và cơ quan khớp với giấy đã cấp. Trang này không cho biết nội dung giấy; muốn biết tệp có bị sửa không thì gửi tệp ở mục bên dưới.</p></Note>
      <div className="mt-4 grid gap-6">{papers.map((paper, at) => <PublicPaperView key={at} paper={paper} />)}</div>
    </section>
  )
}

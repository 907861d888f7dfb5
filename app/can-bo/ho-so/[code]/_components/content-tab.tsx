import { SummaryList } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/note'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'

/** The answers of the application form, in its order. Numbers of people are masked here as everywhere. */
export function ContentTab({ dossier }: { dossier: DossierDetail }) {
  if (dossier.sections === null) return <EmptyState>Hồ sơ nộp bằng tờ khai giấy, không có nội dung khai trực tuyến.</EmptyState>
  return (
    <div className="grid gap-x-8 gap-y-4 px-3.5 py-3 lg:grid-cols-2">
      {dossier.sections.map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <SummaryList rows={rows.map(({ label, value, inWords }) => ({ label, value, detail: inWords ?? undefined }))} />
        </section>
      ))}
    </div>
  )
}

import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Tag } from '@/components/ui/note'
import { Pairs } from '@/components/ui/lists'
import { Sheet } from '@/components/ui/sheet'
import type { CalendarPreview, MovedDossier } from '@/lib/dossiers/queries/dossiers-moved-by'
import { number, tableDay } from '@/lib/kernel/format'
import { localDateOf, localTimeOf } from '@/lib/kernel/local-date'

const moment = (at: Date): string => `${localTimeOf(at)} ${tableDay(localDateOf(at))}`

/** The open dossiers that get another due moment, each with both; people are not named here. */
export const MovedTable = ({ preview }: { preview: CalendarPreview }) => (
  <Sheet title="Hồ sơ đổi hạn trả" note={preview.moved.length > 0 ? number(preview.moved.length) : undefined} flush>
    <DataTable<MovedDossier>
      caption="Hồ sơ đổi hạn trả"
      rows={preview.moved}
      rowKey={({ id }) => id}
      stack
      empty={<EmptyState>Không hồ sơ nào đổi hạn trả.</EmptyState>}
      columns={[
        { key: 'code', head: 'Mã hồ sơ', cell: ({ code }) => <span className="num">{code}</span>, width: 'w-64', rowHead: true },
        { key: 'procedure', head: 'Thủ tục', cell: ({ procedureName }) => procedureName, clip: true, drop: 1 },
        { key: 'from', head: 'Hạn đang có', cell: ({ from }) => <span className="num">{moment(from)}</span>, width: 'w-32' },
        { key: 'to', head: 'Hạn mới', cell: ({ to }) => <b className="num">{moment(to)}</b>, width: 'w-32' },
        { key: 'paused', head: 'Tạm dừng', hideHead: true, cell: ({ isPaused }) => isPaused && <Tag tone="paused" icon="circle-pause">Tạm dừng</Tag>, width: 'w-32', bare: true },
      ]}
    />
  </Sheet>
)

/** Every open dossier is in one of the three numbers. */
export const MovedCounts = ({ preview }: { preview: CalendarPreview }) => (
  <>
    <Pairs ruled rows={[
      { label: 'Đổi hạn trả', value: number(preview.moved.length) },
      { label: 'Giữ hạn đang có', value: number(preview.unmoved) },
      { label: 'Đã quá hạn hoặc đến hạn, không đổi', value: number(preview.behind) },
    ]} />
    <p className="soft mt-2">Hồ sơ đã qua giờ hẹn giữ nguyên hạn cũ. Không hạn nào sớm hơn ngày ghi trên phiếu hẹn.</p>
  </>
)

import { DataTable } from '@/components/ui/data-table'
import { Sheet } from '@/components/ui/sheet'
import type { Plan } from '@/lib/dossiers/store/share-plan'
import { loadWords } from '@/lib/workflow/wording'

/** How much everybody has in hand, now and afterwards. */
export const PeopleTable = ({ people }: { people: Plan['people'] }) => (
  <Sheet flush title="Việc đang có của từng người">
    <DataTable
      caption="Việc đang có của từng người, trước và sau khi giao" rows={[...people]} rowKey={({ person }) => person.staffId}
      columns={[
        { key: 'name', head: 'Người', rowHead: true, cell: ({ person }) => person.name },
        { key: 'before', head: 'Đang có', numeric: true, cell: ({ before }) => loadWords(before) },
        { key: 'after', head: 'Sau khi giao', numeric: true, cell: ({ after }) => loadWords(after) },
      ]}
    />
    <p className="soft px-3.5 py-2 text-xs">Tính bằng giờ làm việc còn lại của các bước đang ở người đó. Bằng nhau thì người lâu chưa nhận việc mới được trước. Người vắng hôm nay không có trong danh sách.</p>
  </Sheet>
)

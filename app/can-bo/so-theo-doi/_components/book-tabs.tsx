import { Tabs } from '@/components/ui/filters'
import { BOOK, PAPERS } from './addresses'

/** The two books of the desk: what was received, and what was issued. */
export const BookTabs = ({ at }: { at: 'book' | 'papers' }) => (
  <Tabs label="Sổ" tabs={[{ href: BOOK, label: 'Hồ sơ đã nhận', current: at === 'book' }, { href: PAPERS, label: 'Văn bản đã ra', current: at === 'papers' }]} />
)

import { ContentTab } from './content-tab'
import { IssuedTab } from './issued-tab'
import { PapersTab } from './papers-tab'
import { PaymentTab } from './payments/payment-tab'
import { ProgressTab } from './progress-tab'
import { Tabs } from '@/components/ui/filters'
import { Sheet } from '@/components/ui/sheet'
import type { DossierDetail } from '@/lib/dossiers/queries/dossier-detail'
import type { SignedInOfficer } from '@/lib/identity/queries/current-officer'

const tabs = ['giay-to', 'noi-dung', 'qua-trinh', 'van-ban', 'thu-phi'] as const
type Tab = (typeof tabs)[number]
export const tabOf = (typed: string | undefined): Tab => tabs.find((tab) => tab === typed) ?? 'giay-to'

/** What each view is given. `fileProblem`: the code of what went wrong with a file just sent. */
export type TabProps = { dossier: DossierDetail; officer: SignedInOfficer; fileProblem?: string; /** What was just done with its money. */ moneyDone?: string }

/** Views of what lies in the dossier, as links. */
export function DossierTabs({ tab, ...shown }: TabProps & { tab: Tab }) {
  const { dossier } = shown
  const label = { 'giay-to': 'Giấy tờ', 'noi-dung': 'Nội dung khai', 'qua-trinh': 'Quá trình', 'van-ban': 'Văn bản đã ra', 'thu-phi': 'Thu phí' } as const
  const count = { 'giay-to': dossier.handedIn.length, 'noi-dung': undefined, 'qua-trinh': undefined, 'van-ban': dossier.papers.length, 'thu-phi': undefined } as const
  const view = { 'giay-to': PapersTab, 'noi-dung': ContentTab, 'qua-trinh': ProgressTab, 'van-ban': IssuedTab, 'thu-phi': PaymentTab } as const
  const View = view[tab]
  return (
    <Sheet flush label={label[tab]}>
      <Tabs label="Trong hồ sơ" tabs={tabs.map((each) => ({ href: `/can-bo/ho-so/${encodeURIComponent(dossier.code)}?tab=${each}`, label: label[each], count: count[each], current: each === tab }))} />
      <View {...shown} />
    </Sheet>
  )
}

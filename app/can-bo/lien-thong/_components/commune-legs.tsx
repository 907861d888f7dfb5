import { ButtonLink } from '@/components/ui/button'
import { DataTable, NextRows } from '@/components/ui/data-table'
import { Tabs } from '@/components/ui/filters'
import { EmptyState } from '@/components/ui/note'
import { PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { stageLabel } from '@/lib/dossiers/wording'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import { legsInHand } from '@/lib/interagency/queries/legs-in-hand'
import { receptions } from '@/lib/interagency/queries/receptions'
import { longInstant, tableInstant } from '@/lib/kernel/format'
import { dossierHref } from '../../_components/queue-address'
import { LegTag } from './leg-tag'
import { ReceptionTag } from './reception-tag'

const HOME = '/can-bo/lien-thong'
type View = 'phoi-hop' | 'xa-khac'

/** What the commune waits for from others: parts at partner units, and dossiers that other communes solve. */
export function CommuneLegs({ officer, view, after }: { officer: Officer; view: View; after: string | null }) {
  const receives = may(officer, 'dossier.receive', { communeId: officer.communeId })
  return (
    <>
      <PageHeading title="Liên thông" lead="Phần việc ở cơ quan phối hợp và hồ sơ nộp cho xã khác." actions={receives && <ButtonLink icon="plus" href={`${HOME}/xa-khac`}>Nộp cho xã khác</ButtonLink>} />
      <Sheet flush label="Liên thông">
        <Tabs label="Liên thông" tabs={[{ href: HOME, label: 'Ở cơ quan phối hợp', current: view === 'phoi-hop' }, ...(receives ? [{ href: `${HOME}?xem=xa-khac`, label: 'Nộp cho xã khác', current: view === 'xa-khac' }] : [])]} />
        {view === 'phoi-hop' ? <Legs officer={officer} after={after} /> : <Receptions officer={officer} after={after} />}
      </Sheet>
    </>
  )
}

async function Legs({ officer, after }: { officer: Officer; after: string | null }) {
  const { rows, next } = await legsInHand(officer, after)
  return (
    <>
      <DataTable
        caption="Phần việc ở cơ quan phối hợp" rows={rows} rowKey={({ id }) => id} stack empty={<EmptyState>Không có phần việc nào ở cơ quan phối hợp. Giao việc từ trang của từng hồ sơ.</EmptyState>}
        columns={[
          { key: 'code', head: 'Mã hồ sơ', width: 'w-48', rowHead: true, cell: ({ code }) => <a className="num" href={`${dossierHref(code)}#lien-thong`}>{code}</a> },
          { key: 'name', head: 'Việc', clip: true, cell: ({ name }) => name },
          { key: 'partner', head: 'Cơ quan', width: 'w-60', clip: true, cell: ({ partnerName }) => partnerName },
          { key: 'due', head: 'Hạn của cơ quan', width: 'w-44', cell: ({ dueAt }) => <span className="num">{dueAt === null ? 'không quy định' : longInstant(dueAt)}</span> },
          { key: 'state', head: 'Tình trạng', width: 'w-48', bare: true, cell: ({ state, isLate }) => <span className="flex flex-wrap gap-1"><LegTag state={state} isLate={isLate} /></span> },
        ]}
      />
      {(next !== null || after !== null) && <NextRows nextHref={next === null ? undefined : `${HOME}?sau=${next}`} firstHref={after === null ? undefined : HOME} />}
    </>
  )
}

async function Receptions({ officer, after }: { officer: Officer; after: string | null }) {
  const { rows, next } = await receptions(officer, after)
  const here = `${HOME}?xem=xa-khac`
  return (
    <>
      <DataTable
        caption="Hồ sơ nộp cho xã khác" rows={rows} rowKey={({ id }) => id} stack empty={<EmptyState action={{ href: `${HOME}/xa-khac`, label: 'Nộp cho xã khác' }}>Chưa nhận hồ sơ nào cho xã khác.</EmptyState>}
        columns={[
          { key: 'slip', head: 'Số phiếu', width: 'w-40', rowHead: true, cell: ({ id, numberText }) => <a className="num" href={`${HOME}/xa-khac/${id}`}>{numberText}</a> },
          { key: 'who', head: 'Chủ hồ sơ', width: 'w-48', clip: true, cell: ({ applicantName }) => applicantName },
          { key: 'procedure', head: 'Thủ tục', clip: true, cell: ({ procedureName }) => procedureName },
          { key: 'commune', head: 'Xã giải quyết', width: 'w-40', clip: true, cell: ({ solvingCommune }) => solvingCommune },
          { key: 'at', head: 'Nhận lúc', width: 'w-28', drop: 1, cell: ({ receivedAt }) => <span className="num">{tableInstant(receivedAt)}</span> },
          { key: 'stage', head: 'Ở xã giải quyết', width: 'w-40', drop: 2, cell: ({ stage }) => (stage === null ? '' : stageLabel[stage]) },
          { key: 'state', head: 'Tình trạng', width: 'w-52', bare: true, cell: (row) => <ReceptionTag reception={row} /> },
        ]}
      />
      {(next !== null || after !== null) && <NextRows nextHref={next === null ? undefined : `${here}&sau=${next}`} firstHref={after === null ? undefined : here} />}
    </>
  )
}

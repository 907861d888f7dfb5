import { AddFeeForm, AssessForm } from './assess-forms'
import { CollectPart } from './collect-part'
import { EntriesPart } from './entries-part'
import { RefundsPart } from './refunds-part'
import type { TabProps } from '../dossier-tabs'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState, Note, Tag, type Tone } from '@/components/ui/note'
import { money, tableInstant } from '@/lib/kernel/format'
import type { PaymentState } from '@/lib/payments/domain/payment'
import { type DossierPayments, dossierPayments, type LineView } from '@/lib/payments/queries/dossier-payments'
import { paymentKindLabel, paymentStateLabel } from '@/lib/payments/wording'

export type PaymentPartProps = { payments: DossierPayments; common: { dossierId: string; version: number; keepHref: string }; code: string; attachments: readonly { id: string; name: string }[] }

/** The money of the dossier: what it costs and why, what came, what goes back. */
export async function PaymentTab({ dossier, officer, moneyDone }: TabProps) {
  const payments = await dossierPayments(officer, dossier.id)
  if (payments === null) return <EmptyState>Phần thu phí dành cho người thu phí, cán bộ tiếp nhận, cán bộ thụ lý và lãnh đạo.</EmptyState>
  const common = { dossierId: dossier.id, version: dossier.version, keepHref: `/can-bo/ho-so/${encodeURIComponent(dossier.code)}?tab=thu-phi` }
  const part = { payments, common, code: dossier.code, attachments: dossier.attachments }
  const done = moneyDone === undefined ? undefined : doneSentence.get(moneyDone)
  return (
    <>
      {done !== undefined && <Note tone="cham" className="m-3"><p role="status">{done}</p></Note>}
      <DataTable
        caption="Khoản phải nộp" rows={payments.lines} rowKey={({ id }) => id} stack tall
        empty={<EmptyState>Hồ sơ này chưa có khoản nào phải nộp.</EmptyState>}
        columns={[
          { key: 'what', head: 'Khoản', rowHead: true, cell: (line) => <LineWords line={line} /> },
          { key: 'amount', head: 'Phải nộp', width: 'w-36', numeric: true, cell: ({ amountVnd, beforeVnd }) => <>{amountVnd !== beforeVnd && <s className="soft num mr-2">{money(beforeVnd)}</s>}<b className="num">{money(amountVnd)}</b></> },
          { key: 'state', head: 'Tình trạng', width: 'w-44', bare: true, cell: ({ state, paidAt }) => <><Tag tone={tone[state]}>{paymentStateLabel[state]}</Tag>{state === 'paid' && paidAt !== null && <span className="soft num ml-2 text-xs">{tableInstant(paidAt)}</span>}</> },
        ]}
      />
      <CollectPart {...part} />
      <EntriesPart {...part} />
      <RefundsPart {...part} />
      {payments.may.assess && (
        <div className="border-t border-giay-200 px-3.5 py-2.5">
          {payments.lines.filter(({ state }) => state === 'owed' || state === 'exempt').map((line) => <AssessForm key={line.id} line={line} {...part} />)}
          <AddFeeForm {...part} />
        </div>
      )}
    </>
  )
}

const tone = { owed: 'care', paid: 'done', exempt: 'plain', refunded: 'plain', cancelled: 'plain' } as const satisfies Record<PaymentState, Tone>

/** What it is for, and why it comes to this: the latest decision with its basis and proof. */
function LineWords({ line }: { line: LineView }) {
  const [last] = line.assessments
  return (
    <>
      <span className="font-medium">{paymentKindLabel[line.kind]}</span>: {line.basis}
      {line.beforeAcceptance && <span className="soft">. Nộp trước khi tiếp nhận</span>}
      {last !== undefined && (
        <p className="soft text-xs font-normal">
          {last.by} điều chỉnh {tableInstant(last.at)} từ {money(last.beforeVnd)} còn {money(last.afterVnd)}: {last.reason}.
          {last.legalBasis !== null && ` Căn cứ: ${last.legalBasis}.`}{last.verified ? '' : ' Căn cứ này chưa được kiểm chứng, cần đối chiếu văn bản.'}
          {last.proofName !== null && ` ${last.proofKind === 'seen' ? 'Đã xem' : 'Giấy tờ trong hồ sơ'}: ${last.proofName}.`}
        </p>
      )}
    </>
  )
}

const doneSentence = new Map([
  ['muc-thu', 'Đã điều chỉnh mức thu.'], ['them', 'Đã thêm khoản thu.'], ['thu', 'Đã thu tiền. In phiếu xác nhận thu ở danh sách bên dưới.'], ['bien-lai', 'Đã ghi biên lai điện tử.'],
  ['de-nghi-hoan', 'Đã đề nghị hoàn tiền, chờ lãnh đạo duyệt.'], ['quyet-hoan', 'Đã ghi quyết định.'], ['hoan', 'Đã hoàn tiền. In phiếu hoàn tiền ở danh sách bên dưới.'],
])

import { BalanceStrip } from '@/components/ui/figures'
import { Section } from '@/components/ui/page-heading'
import { number } from '@/lib/kernel/format'
import type { SettlementReport } from '@/lib/reports/domain/settlement'

/** What came in is what went out and what is still here. */
export const Balance = ({ total: { received, settled, withdrawn, discontinued, pending, outside } }: { total: SettlementReport }) => (
  <Section title="Hồ sơ nhận và giải quyết">
    <div className="mt-4">
      <BalanceStrip
        left={[{ label: 'kỳ trước chuyển sang', value: received.carriedOver }, { label: 'nhận trong kỳ', value: received.new }]}
        right={[{ label: 'đã giải quyết', value: settled.total }, { label: 'rút, dừng', value: withdrawn.total + discontinued.total }, { label: 'đang giải quyết', value: pending.total }]}
      />
    </div>
    <ul className="mt-3 grid gap-1">
      <li>Đã giải quyết: {number(settled.early)} trước hạn, {number(settled.onTime)} đúng hạn, {number(settled.overdue)} quá hạn{settled.noLimit > 0 && <>, {number(settled.noLimit)} không quy định thời hạn</>}.</li>
      <li>Đang giải quyết: {number(pending.withinLimit)} chưa đến hạn, {number(pending.overdue)} quá hạn{pending.noLimit > 0 && <>, {number(pending.noLimit)} không quy định thời hạn</>}; trong đó {number(pending.paused)} đang chờ bổ sung giấy tờ.</li>
      <li>Nhận trong kỳ: {number(received.desk)} tại quầy, {number(received.online + received.nationalPortal)} trực tuyến, {number(received.post)} qua bưu chính.</li>
      {outside.submitted + outside.refused + outside.voided > 0 && <li className="soft">Ngoài phép cộng trên: {number(outside.submitted)} hồ sơ nộp trực tuyến đang chờ tiếp nhận, {number(outside.refused)} bị từ chối, {number(outside.voided)} nhập nhầm đã hủy.</li>}
    </ul>
  </Section>
)

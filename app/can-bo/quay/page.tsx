import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 as uuidv7 } from 'uuid'
import { KeysFooter } from '@/components/ui/kbd'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { longDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { OfficerPage } from '../_components/officer-page'
import { IntakeDesk } from './_components/intake-desk'
import { intakeFacts, intakeIndex } from './_components/intake-facts'

export const metadata: Metadata = { title: 'Tiếp nhận tại quầy' }

const hints = [
  { keys: ['F2'], does: 'bỏ con trỏ để quét thẻ' }, { keys: ['T'], does: 'tìm thủ tục' }, { keys: ['1–9'], does: 'đánh dấu giấy tờ' }, { keys: ['Shift 1–9'], does: 'thêm bản sao' },
  { keys: ['D'], does: 'điện thoại' }, { keys: ['U'], does: 'nộp thay' }, { keys: ['Esc'], does: 'rời ô' },
]
const more = [
  { keys: ['Ctrl Enter'], does: 'tiếp nhận, in phiếu' }, { keys: ['B'], does: 'yêu cầu bổ sung (Mẫu 02)' }, { keys: ['X'], does: 'từ chối' }, { keys: ['N'], does: 'cách nhận kết quả' },
  { keys: ['H'], does: 'họ và tên' }, { keys: ['M'], does: 'mã chuẩn bị' },
]

/** Logs a walk-in in half a minute from the QR code of an identity card. */
export default async function IntakePage({ searchParams }: { searchParams: Promise<{ 'thu-tuc'?: string; 'truong-hop'?: string }> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) notFound()
  const { 'thu-tuc': code, 'truong-hop': variantId } = await searchParams
  const [index, facts] = await Promise.all([intakeIndex(officer), code === undefined ? null : intakeFacts(officer, code, 'desk')])
  return (
    <OfficerPage officer={officer} fixed keys={[...hints, ...more]}>
      <IntakeDesk lead={[officer.counterName, longDay(localDateOf(now()))].filter(Boolean).join(', ')} staffId={officer.staffId} firstKey={uuidv7()} index={index} first={facts === null ? null : { facts, variantId: variantId ?? null }} />
      <noscript><p className="mt-2">Trình duyệt đang tắt JavaScript: <a href="/can-bo/quay/chon">chọn thủ tục từ danh sách</a> rồi điền và bấm Tiếp nhận.</p></noscript>
      <KeysFooter hints={[...hints, { keys: ['?'], does: 'mọi phím tắt' }]} end={<a href="/can-bo/lien-thong/xa-khac">Nộp cho xã khác</a>} />
    </OfficerPage>
  )
}

import type { TimeLimit } from '@/lib/calendar/domain/time-limit'
import type { SeedUnitKey } from '../../communes'

/**
 * Under what the half year is told: the fields that the article names (civil status; labour, invalids, social affairs;
 * resources and environment), with limits that nobody has verified. `code` is today's code of the same matter.
 */
export type ProcedureOf2012 = { code: string; name: string; limit: TimeLimit; limitNote: string; unit: SeedUnitKey; result: string; document: string; /** weight among all */ share: number }

const days = (value: number): Pick<ProcedureOf2012, 'limit' | 'limitNote'> => ({ limit: { unit: 'working-day', value }, limitNote: `${value} ngày làm việc (dữ liệu trình diễn)` })
const sameDay: Pick<ProcedureOf2012, 'limit' | 'limitNote'> = { limit: { unit: 'same-day', cutOff: '15:00' }, limitNote: 'Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo (dữ liệu trình diễn)' }

export const proceduresOf2012: readonly ProcedureOf2012[] = [
  { code: '1.001193', name: 'Đăng ký khai sinh', ...sameDay, unit: 'justice', result: 'Giấy khai sinh', document: 'Giấy chứng sinh', share: 12 },
  { code: '2.000635', name: 'Cấp bản sao Giấy khai sinh', ...sameDay, unit: 'justice', result: 'Bản sao Giấy khai sinh', document: 'Sổ hộ khẩu', share: 16 },
  { code: '1.000656', name: 'Đăng ký khai tử', ...sameDay, unit: 'justice', result: 'Giấy chứng tử', document: 'Giấy báo tử', share: 4 },
  { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân', ...days(3), unit: 'justice', result: 'Giấy xác nhận tình trạng hôn nhân', document: 'Tờ khai', share: 14 },
  { code: '1.000894', name: 'Đăng ký kết hôn', ...days(5), unit: 'justice', result: 'Giấy chứng nhận kết hôn', document: 'Tờ khai đăng ký kết hôn', share: 9 },
  { code: '1.004859', name: 'Thay đổi, cải chính hộ tịch', ...days(5), unit: 'justice', result: 'Quyết định thay đổi, cải chính hộ tịch', document: 'Tờ khai', share: 5 },
  { code: '1.001731', name: 'Trợ cấp mai táng phí', ...days(7), unit: 'culture-society', result: 'Văn bản đề nghị chi trợ cấp', document: 'Tờ khai, bản sao Giấy chứng tử', share: 6 },
  { code: '1.116909', name: 'Trợ cấp xã hội hằng tháng', ...days(10), unit: 'culture-society', result: 'Văn bản đề nghị trợ cấp', document: 'Tờ khai', share: 9 },
  { code: '1.010833', name: 'Xác nhận thân nhân của người có công', ...days(3), unit: 'culture-society', result: 'Giấy xác nhận', document: 'Tờ khai', share: 8 },
  { code: '1.012812', name: 'Hòa giải tranh chấp đất đai', ...days(15), unit: 'economy', result: 'Biên bản hòa giải', document: 'Đơn đề nghị', share: 3 },
  { code: '1.012796', name: 'Xác nhận hồ sơ đất đai, môi trường', ...days(5), unit: 'economy', result: 'Văn bản xác nhận', document: 'Đơn đề nghị', share: 14 },
]

/**
 * The dossiers of a commune on an ordinary day, as facts about each. Days are working days and stand relative to today:
 * `due: 0` is owed today, `due: -3` three working days ago.
 */
export type Role =
  /** With a result: `early` working days before the due day (0 on it, below 0 late). `citizen`: filed online by that one. */
  | { kind: 'settled'; procedure: string; daysAgo: number; early: number; returned: boolean; citizen?: number; remark?: string; apology?: string }
  /** Certified copies, signatures: at the counter, at once. */
  | { kind: 'on-the-spot'; procedure: string; daysAgo: number; subject: string; pages: number; copies: number }
  /** Still worked on: at which step of the process (-1: nobody took it yet). */
  | { kind: 'open'; procedure: string; due: number; step: number; citizen?: number; handedBack?: string; apology?: { reason: string; days: number }; supplied?: boolean }
  /** The citizen was asked for something so many working days ago and has not brought it. */
  | { kind: 'paused'; procedure: string; askedDaysAgo: number; missing: [name: string, sentence: string] }
  /** Filed online so many working minutes ago, waiting for the desk. */
  | { kind: 'submitted'; procedure: string; minutesAgo: number; citizen: number; missing?: [name: string, sentence: string] }
  | { kind: 'refused'; procedure: string; daysAgo: number; citizen: number; reason: 'not-competent' | 'not-eligible' | 'duplicate'; text: string }
  | { kind: 'withdrawn'; procedure: string; daysAgo: number; reason: string }
  | { kind: 'discontinued'; procedure: string; askedDaysAgo: number; missing: [name: string, sentence: string]; reason: string }
  | { kind: 'voided'; procedure: string; daysAgo: number; reason: string }

const civilStatus = { birth: '1.001193', death: '1.000656', marriage: '1.000894', marital: '1.004873', correction: '1.004859', again: '1.004884', copy: '2.000635' }
const others = { stay: '1.004194', residence: '1.004222', business: '1.001612', pension: '1.014027', monthly: '1.116909', disability: '1.001653', funeral: '1.001731', building: '1.013225', land: '1.012812', poor: '1.011607', contract: '2.001035', where: '1.010041' }

/** Procedures of an ordinary fortnight, in a rhythm. */
const round = [civilStatus.birth, civilStatus.marital, others.stay, others.business, civilStatus.marriage, others.pension, civilStatus.death, others.contract, civilStatus.correction, others.residence, others.funeral, civilStatus.again, others.disability]

/** What people file online: answered in questions, without a paper to attach. */
const filedOnline = new Set([civilStatus.marital, others.disability])

/** Fifty-six that went well: the later in the list, the longer ago. Every third on the very day, the others before it. */
const settledInTime: Role[] = Array.from({ length: 56 }, (_unused, n) => ({
  kind: 'settled', procedure: round[n % round.length]!, daysAgo: 4 + Math.floor(n * 0.62), early: n % 3 === 0 ? 0 : 1 + (n % 2), returned: true,
  ...(filedOnline.has(round[n % round.length]!) && n % 3 !== 1 ? { citizen: n % 6 } : {}),
}))

const late: Role[] = [
  { kind: 'settled', procedure: others.monthly, daysAgo: 17, early: -2, returned: true, remark: 'Chờ Công an phường xác nhận nơi cư trú của người được trợ cấp.', apology: 'Chờ xác nhận nơi cư trú của người được trợ cấp.' },
  { kind: 'settled', procedure: others.building, daysAgo: 34, early: -1, returned: true, remark: 'Mưa lớn, phải đo lại thực địa.' },
]

const waitingForReturn: Role[] = [
  { kind: 'settled', procedure: civilStatus.marital, daysAgo: 4, early: 1, returned: false, citizen: 0 },
  { kind: 'settled', procedure: others.stay, daysAgo: 5, early: 1, returned: false },
  { kind: 'settled', procedure: others.business, daysAgo: 4, early: 0, returned: false },
  { kind: 'settled', procedure: civilStatus.birth, daysAgo: 2, early: 0, returned: false },
  { kind: 'settled', procedure: others.contract, daysAgo: 3, early: 0, returned: false },
  { kind: 'settled', procedure: others.disability, daysAgo: 6, early: 1, returned: false },
]

const subjects = ['Bằng tốt nghiệp trung học phổ thông', 'Giấy khai sinh', 'Căn cước', 'Bảng điểm', 'Giấy chứng nhận quyền sử dụng đất', 'Chứng chỉ tin học']
const onTheSpot: Role[] = [
  ...Array.from({ length: 12 }, (_unused, n): Role => ({ kind: 'on-the-spot', procedure: '2.000815', daysAgo: n * 3 + (n === 0 ? 0 : 1), subject: subjects[n % subjects.length]!, pages: 1 + (n % 3), copies: 1 + (n % 4) })),
  ...Array.from({ length: 3 }, (_unused, n): Role => ({ kind: 'on-the-spot', procedure: '2.000884', daysAgo: 2 + n * 11, subject: 'Chữ ký trong giấy ủy quyền', pages: 1, copies: 1 })),
  ...Array.from({ length: 3 }, (_unused, n): Role => ({ kind: 'on-the-spot', procedure: civilStatus.copy, daysAgo: 1 + n * 8, subject: 'Bản sao Giấy khai sinh', pages: 1, copies: 2 })),
]

const open: Role[] = [
  { kind: 'open', procedure: others.land, due: -6, step: 2, handedBack: 'Một bên vắng mặt ở cả hai buổi hòa giải; mời lại buổi thứ ba.' },
  { kind: 'open', procedure: others.building, due: -3, step: 0, handedBack: 'Thiếu mặt bằng móng; mưa ngập, chưa đo được thực địa.', apology: { reason: 'Mưa ngập, chưa đo được thực địa.', days: 3 } },
  { kind: 'open', procedure: civilStatus.again, due: -1, step: 1, handedBack: 'Phường nơi đăng ký trước đây chưa trả lời.' },
  { kind: 'open', procedure: civilStatus.marital, due: 0, step: 2, citizen: 0 },
  { kind: 'open', procedure: others.stay, due: 0, step: 3 },
  { kind: 'open', procedure: others.business, due: 0, step: 0 },
  { kind: 'open', procedure: others.monthly, due: 1, step: 1 },
  { kind: 'open', procedure: others.contract, due: 1, step: 2 },
  { kind: 'open', procedure: civilStatus.correction, due: 1, step: 0 },
  { kind: 'open', procedure: others.residence, due: 1, step: 2, supplied: true },
  { kind: 'open', procedure: civilStatus.again, due: 2, step: 2 },
  { kind: 'open', procedure: others.stay, due: 2, step: -1 },
  { kind: 'open', procedure: others.disability, due: 2, step: 0, citizen: 1 },
  { kind: 'open', procedure: others.funeral, due: 2, step: -1 },
  { kind: 'open', procedure: others.residence, due: 3, step: 0 },
  { kind: 'open', procedure: others.pension, due: 4, step: 1 },
  { kind: 'open', procedure: others.building, due: 4, step: 0 },
  { kind: 'open', procedure: others.monthly, due: 5, step: 0, citizen: 2 },
  { kind: 'open', procedure: others.pension, due: 6, step: 2 },
  { kind: 'open', procedure: others.residence, due: 6, step: -1 },
  { kind: 'open', procedure: others.poor, due: 7, step: 0 },
  { kind: 'open', procedure: others.pension, due: 8, step: -1 },
  { kind: 'open', procedure: others.land, due: 12, step: 0 },
]

const paused: Role[] = [
  { kind: 'paused', procedure: others.building, askedDaysAgo: 2, missing: ['Bản vẽ thiết kế', 'thiếu mặt bằng móng, chưa có chữ ký của người thiết kế.'] },
  { kind: 'paused', procedure: others.pension, askedDaysAgo: 4, missing: ['Tờ khai', 'chưa ghi số tài khoản nhận tiền.'] },
  { kind: 'paused', procedure: others.residence, askedDaysAgo: 1, missing: ['Giấy tờ chứng minh chỗ ở', 'bản chụp mờ, không đọc được số thửa.'] },
  { kind: 'paused', procedure: others.monthly, askedDaysAgo: 6, missing: ['Giấy xác nhận khuyết tật', 'chưa nộp bản sao.'] },
]

const submitted: Role[] = [
  { kind: 'submitted', procedure: civilStatus.marital, minutesAgo: 35, citizen: 0 },
  { kind: 'submitted', procedure: others.where, minutesAgo: 110, citizen: 1 },
  { kind: 'submitted', procedure: others.monthly, minutesAgo: 200, citizen: 2 },
  { kind: 'submitted', procedure: civilStatus.marital, minutesAgo: 330, citizen: 3 },
  { kind: 'submitted', procedure: others.disability, minutesAgo: 445, citizen: 4 },
  { kind: 'submitted', procedure: others.monthly, minutesAgo: 610, citizen: 0, missing: ['Giấy xác nhận khuyết tật', 'chưa có ảnh chụp mặt sau.'] },
  { kind: 'submitted', procedure: others.where, minutesAgo: 900, citizen: 5, missing: ['Nội dung đề nghị', 'chưa ghi cần xác nhận từ năm nào.'] },
]

const ended: Role[] = [
  { kind: 'refused', procedure: others.where, daysAgo: 9, citizen: 1, reason: 'not-competent', text: 'Nơi thường trú ở xã khác. Nộp tại Công an xã nơi thường trú.' },
  { kind: 'refused', procedure: civilStatus.marital, daysAgo: 21, citizen: 2, reason: 'duplicate', text: 'Đã có hồ sơ cùng nội dung đang giải quyết.' },
  { kind: 'withdrawn', procedure: others.building, daysAgo: 12, reason: 'Chủ nhà đổi thiết kế, sẽ nộp lại.' },
  { kind: 'withdrawn', procedure: others.business, daysAgo: 26, reason: 'Chưa mở cửa hàng nữa.' },
  { kind: 'discontinued', procedure: others.pension, askedDaysAgo: 16, missing: ['Tờ khai', 'chưa ký.'], reason: 'Hết thời hạn bổ sung mà không nộp tờ khai có chữ ký.' },
  { kind: 'voided', procedure: civilStatus.death, daysAgo: 7, reason: 'Nhập nhầm người, đã nhập lại đúng.' },
]

export const cast: readonly Role[] = [...settledInTime, ...late, ...waitingForReturn, ...onTheSpot, ...open, ...paused, ...submitted, ...ended]

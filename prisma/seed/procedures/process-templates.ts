import { type TimeLimit, unitsOf } from '@/lib/calendar/domain/time-limit'
import type { Role } from '@/lib/identity/domain/permissions'
import type { ProcedureSeed } from '@/lib/procedures/inputs'

/** Units of a commune that a step may name. */
export type StepUnit = 'committee' | 'one-stop-desk' | 'justice' | 'economy' | 'culture-society' | 'police' | 'military' | 'clerks'

export type StepRole = Extract<Role, 'desk-officer' | 'case-officer' | 'department-head' | 'leader' | 'records-clerk'>

export type ProcessStep = {
  key: 'settle' | 'appraise' | 'approve' | 'seal' | 'return'
  name: string
  role: StepRole
  unit: StepUnit
  /** working hours that the step may take of the limit; null: it takes none of it, or there is no limit */
  internalHours: number | null
  /** a small commune may leave it out */
  skippable: boolean
}

/** How a procedure is settled once received. Internal times are a proposal: the commune's own decision replaces them. */
export type ProcessTemplate = { settledOnTheSpot: boolean; steps: ProcessStep[] }

/** Which unit settles the procedures of a field. */
const unitOfField: Record<string, StepUnit> = {
  'ho-tich': 'justice',
  'chung-thuc': 'justice',
  'nuoi-con-nuoi': 'justice',
  'hoa-giai-o-co-so': 'justice',
  'lien-thong': 'justice',
  'cu-tru': 'police',
  'nghia-vu-quan-su': 'military',
  'xay-dung': 'economy',
  'quy-hoach': 'economy',
  'duong-thuy-noi-dia': 'economy',
  'ho-kinh-doanh': 'economy',
  'to-hop-tac': 'economy',
  'dat-dai': 'economy',
  'trong-trot': 'economy',
  'thuy-san': 'economy',
  'khuyen-nong': 'economy',
  'de-dieu-phong-chong-thien-tai': 'economy',
  'giam-ngheo': 'economy',
  'bao-tro-xa-hoi': 'culture-society',
  'tre-em': 'culture-society',
  'nguoi-co-cong': 'culture-society',
  'tin-nguong-ton-giao': 'culture-society',
  'giao-duc-mam-non': 'culture-society',
  'van-hoa': 'culture-society',
  'the-duc-the-thao': 'culture-society',
}

/** Copies, signatures and extracts: done while the citizen waits, in one transaction at the counter. */
const settledOnTheSpot = new Set(['2.000815', '2.000884', '2.000942', '2.000992', '2.001008', '2.000635'])

/** What settling and approving are called where the field has words of its own. */
const wordsOfField: Record<string, Partial<Record<'settle' | 'appraise' | 'approve', string>>> = {
  'ho-tich': { settle: 'Thẩm tra hồ sơ, ghi Sổ hộ tịch', approve: 'Chủ tịch ký' },
  'chung-thuc': { settle: 'Kiểm tra giấy tờ, ghi lời chứng', approve: 'Ký chứng thực' },
  'cu-tru': { settle: 'Thẩm tra hồ sơ cư trú', appraise: 'Kiểm tra', approve: 'Trưởng Công an xã duyệt' },
  'nghia-vu-quan-su': { settle: 'Đăng ký vào sổ nghĩa vụ quân sự', appraise: 'Kiểm tra', approve: 'Chỉ huy trưởng ký' },
  'xay-dung': { settle: 'Kiểm tra thực địa, thẩm định thiết kế', approve: 'Ký giấy phép' },
  'ho-kinh-doanh': { settle: 'Kiểm tra, cấp đăng ký', approve: 'Ký Giấy chứng nhận' },
  'dat-dai': { settle: 'Thẩm tra, xác minh thực địa' },
  'giam-ngheo': { settle: 'Rà soát, niêm yết kết quả' },
}

/** The share of the limit that each step may take; the rest is slack. */
const SHARE = { settle: 0.6, appraise: 0.15, approve: 0.15, seal: 0.05 } as const

export function processOf(procedure: ProcedureSeed): ProcessTemplate {
  const unit = unitOfField[procedure.field] ?? 'one-stop-desk'
  const words = wordsOfField[procedure.field] ?? {}
  const onTheSpot = settledOnTheSpot.has(procedure.code)
  const hours = shortestLimitHours(procedure)
  const of = (step: keyof typeof SHARE) => stepHours(hours, step)
  const steps: ProcessStep[] = [
    { key: 'settle', name: words.settle ?? 'Thẩm tra, giải quyết hồ sơ', role: 'case-officer', unit, internalHours: of('settle'), skippable: false },
    { key: 'appraise', name: words.appraise ?? 'Thẩm định, trình ký', role: 'department-head', unit, internalHours: of('appraise'), skippable: true },
    { key: 'approve', name: words.approve ?? 'Phê duyệt, ký kết quả', role: 'leader', unit: 'committee', internalHours: of('approve'), skippable: false },
    { key: 'seal', name: 'Vào số, đóng dấu, chuyển Bộ phận một cửa', role: 'records-clerk', unit: 'clerks', internalHours: of('seal'), skippable: true },
    { key: 'return', name: 'Trả kết quả', role: 'desk-officer', unit: 'one-stop-desk', internalHours: null, skippable: false },
  ]
  return { settledOnTheSpot: onTheSpot, steps: onTheSpot ? steps.filter(({ key }) => key !== 'appraise') : steps }
}

/** Whole hours. Where the limit is a matter of hours, settling and signing halve it and the other steps take nothing. */
function stepHours(hours: number | null, step: keyof typeof SHARE): number | null {
  if (hours === null) return null
  if (hours < 8) return step === 'settle' || step === 'approve' ? Math.floor(hours / 2) : null
  return Math.max(1, Math.floor(hours * SHARE[step]))
}

/** Hours of the tightest case, so that no case can be late while every step is in time; null without any limit. */
function shortestLimitHours({ versions }: ProcedureSeed): number | null {
  const limits = versions.at(-1)?.variants.flatMap(({ limits: { every, ...own } }) => [every, ...Object.values(own)]) ?? []
  const hours = limits.filter((limit) => limit !== null && limit !== undefined).map(workingHoursOf)
  return hours.length === 0 ? null : Math.min(...hours)
}

/** A day of process steps is eight working hours; of seven calendar days five are worked. */
function workingHoursOf(limit: TimeLimit): number {
  const hoursPerUnit = { 'working-day': 8, 'calendar-day': (8 * 5) / 7, 'same-day': 8, 'half-day': 4, 'working-hour': 1, 'clock-hour': 1 / 3 }
  return unitsOf(limit) * hoursPerUnit[limit.unit]
}

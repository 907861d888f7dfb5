import { showPartialDate } from '@/lib/identity/domain/partial-date'
import { money, moneyForCitizen, number, shortDay } from '@/lib/kernel/format'
import type { Fee } from '@/lib/procedures/domain/fee'
import { feesFor } from '@/lib/procedures/domain/fee'
import type { ChecklistNeed } from '@/lib/procedures/domain/checklist'
import type { ReturnChannel } from '@/lib/procedures/domain/form-people'
import type { FieldProblem, FieldWarning } from '@/lib/procedures/domain/form-problems'
import type { Audience, FilingChannel, OnlineLevel, VerifiablePart } from '@/lib/procedures/domain/procedure'
import type { SearchMatch } from '@/lib/procedures/domain/search'

export const filingChannelLabel = {
  online: 'Trực tuyến', desk: 'Tại quầy', post: 'Qua bưu điện', 'national-portal': 'Cổng Dịch vụ công quốc gia',
} satisfies Record<FilingChannel, string>

export const returnChannelLabel = { desk: 'Tại quầy', post: 'Qua bưu điện, về nhà', online: 'Bản điện tử' } satisfies Record<ReturnChannel, string>

export const onlineLevelLabel = {
  'fully-online': 'Trực tuyến toàn trình', 'partly-online': 'Trực tuyến một phần', 'in-person': 'Chỉ làm trực tiếp',
} satisfies Record<OnlineLevel, string>

export const audienceLabel = { person: 'Cá nhân', organisation: 'Tổ chức' } satisfies Record<Audience, string>

export const checklistNeedLabel = { answer: 'Trả lời câu hỏi', 'hand-in': 'Nộp', present: 'Chỉ đưa xem' } satisfies Record<ChecklistNeed, string>

/** Beside a result that was found by mending what was typed. */
export const searchMatchLabel = { code: 'Đúng mã', exact: '', prefix: '', words: '', close: 'Gần đúng' } satisfies Record<SearchMatch, string>

/** For administrators: which part of a record has no source yet. */
export const unverifiedLabel = {
  limits: 'Thời hạn giải quyết', verificationExtension: 'Thời hạn khi phải xác minh', fees: 'Phí, lệ phí', documents: 'Thành phần hồ sơ',
  'documents.condition': 'Trường hợp phải nộp từng giấy tờ', onlineLevel: 'Mức trực tuyến', results: 'Kết quả', resultValidity: 'Thời hạn của kết quả',
  conditions: 'Điều kiện', steps: 'Trình tự', field: 'Lĩnh vực', legalBasis: 'Căn cứ pháp lý', effectiveFrom: 'Ngày có hiệu lực',
} satisfies Record<VerifiablePart, string>
export const UNVERIFIED = 'chưa xác minh'

const perLabel = { page: '/trang', copy: '/bản', case: '', person: '/người' } as const
const PROVINCE_SETS = 'Theo mức của tỉnh'

/** "2.000 đ/trang", "Không mất tiền", "Theo mức của tỉnh": the first thing to say about money, for one line of a list. */
export function feeInShort(fees: readonly Fee[], channel: FilingChannel = 'online'): string {
  const always = fees.filter(({ onRequest }) => !onRequest)
  const owed = always.filter(({ amountVnd }) => amountVnd !== 0)
  if (owed.length === 0) return moneyForCitizen(0)
  const here = feesFor(owed, channel)
  const shown = (here.length > 0 ? here : owed).map(amountInShort)
  const varies = here.length > 0 && owed.some(({ channels }) => channels !== null)
  return `${[...new Set(shown)].join(' và ')}${varies && channel === 'online' ? ' khi nộp trực tuyến' : ''}`
}

const amountInShort = ({ amountVnd, per }: Fee): string =>
  amountVnd === null ? PROVINCE_SETS : `${money(amountVnd)}${per === null ? '' : perLabel[per]}`

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)
const boxLabel = { day: 'ngày', month: 'tháng', year: 'năm' } as const
const sexLabel = { male: 'nam', female: 'nữ' } as const

/** What is amiss with one answer and how to mend it. */
export function fieldProblemSentence(problem: FieldProblem): string {
  switch (problem.code) {
    case 'required': return problem.sentence ?? `${problem.verb === 'choose' ? 'Chọn' : 'Nhập'} ${lower(problem.label)}`
    case 'too-long': return `Viết gọn trong ${number(problem.most)} chữ; bạn đã nhập ${number(problem.letters)}.`
    case 'date-incomplete': return `Còn thiếu ${boxLabel[problem.missing]}. Ghi đủ ngày, tháng, năm.`
    case 'date-digits': return `Ô ${boxLabel[problem.part]} chỉ ghi chữ số, ví dụ 5 11 2026.`
    case 'year-form': return 'Năm có 4 chữ số, ví dụ 1994.'
    case 'month-range': return `Một năm có 12 tháng; bạn đã nhập tháng ${problem.month}.`
    case 'day-range': return dayRangeSentence(problem)
    case 'in-future': return `Ngày ${showPartialDate(problem.date)} chưa tới, hôm nay là ${shortDay(problem.today)}. Xem lại ngày, tháng hoặc năm.`
    case 'year-range': return problem.year < problem.earliest
      ? `Ghi năm từ ${problem.earliest} trở lại đây; bạn đã nhập ${problem.year}.`
      : `Ghi năm không sau ${problem.latest}; bạn đã nhập ${problem.year}.`
    case 'before-other': return `${problem.label} đang sớm hơn ${lower(problem.other)}. Xem lại một trong hai.`
    case 'personal-id-digits': return 'Số định danh chỉ gồm chữ số. Bỏ chữ cái và dấu lạ.'
    case 'personal-id-length': return `Số định danh có 12 chữ số; bạn đã nhập ${problem.digits}.`
    case 'phone-digits': return 'Số điện thoại chỉ gồm chữ số, ví dụ 0912 000 326.'
    case 'phone-length': return `Số điện thoại có ${problem.expected} chữ số; bạn đã nhập ${problem.digits}.`
    case 'phone-prefix': return `Việt Nam không có số điện thoại bắt đầu bằng ${problem.prefix}. Xem lại mấy số đầu.`
    case 'phone-not-mobile': return 'Nhập số di động để nhận được tin nhắn.'
    case 'email-form': return 'Thư điện tử có dạng ten@vidu.vn. Xem lại dấu @ và phần sau dấu chấm.'
    case 'choice-unknown': return 'Chọn một trong các mục có sẵn.'
    case 'number-form': return 'Nhập một số, ví dụ 2.'
    case 'number-range': return `Nhập số từ ${number(problem.min)} đến ${number(problem.max)}; bạn đã nhập ${number(problem.given)}.`
  }
}

function dayRangeSentence({ day, month, year, days }: Extract<FieldProblem, { code: 'day-range' }>): string {
  if (day === 0) return 'Tháng bắt đầu từ ngày 1. Xem lại ngày.'
  if (month === 2 && day === 29) return `Năm ${year} không nhuận, tháng 2 chỉ có 28 ngày. Xem lại ngày hoặc năm.`
  return `Tháng ${month} chỉ có ${days} ngày. Xem lại ngày hoặc tháng.`
}

/** The first sentence alone, without its full stop: a link in the summary of errors. */
export const fieldProblemLink = (problem: FieldProblem): string => fieldProblemSentence(problem).split(/[.;] |\.$/)[0] ?? ''

/** A doubt, and that one may go on. */
export function fieldWarningSentence(warning: FieldWarning): string {
  switch (warning.code) {
    case 'personal-id-province': return `Ba số đầu ${warning.prefix} không phải mã tỉnh nào đã biết. Nếu đúng như trên thẻ thì cứ tiếp tục.`
    case 'personal-id-sex': return `Theo số định danh thì là ${sexLabel[warning.says]}. Xem lại số hoặc giới tính; nếu đúng thì cứ tiếp tục.`
    case 'personal-id-birth-year':
      return `Theo số định danh thì sinh năm ${warning.says}, bạn ghi ${warning.given}. Xem lại số hoặc năm sinh; nếu đúng thì cứ tiếp tục.`
    case 'name-odd-marks': return `Họ tên có ký tự ${warning.marks.join(' ')}. Nếu giấy tờ ghi đúng như vậy thì cứ tiếp tục.`
    case 'personal-id-repeated': return `Số này đã ghi ở mục "${warning.other}". Hai người khác nhau thì số phải khác nhau.`
  }
}

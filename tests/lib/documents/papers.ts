import { instantAt, localDate } from '@/lib/kernel/local-date'
import {
  type ApologyData,
  type Applicant,
  type ControlSheetData,
  type DiscontinuationData,
  type DossierRegisterData,
  type PaperForm,
  type PaperHead,
  type ReceiptSlipData,
  type RefusalData,
  type RegisterRow,
  type ResultCoverData,
  type SupplementRequestData,
  type Tracking,
  paperNumber,
} from '@/lib/documents/domain/official-paper'

/** Papers of one made-up commune, each complete; a test spreads over them what it is about. */

export const at = (day: string, time: string): Date => instantAt(localDate(day), time)

export const aHead = (form: PaperForm, number = 412): PaperHead => ({
  issuerKind: 'service-centre',
  governingBody: 'UBND xã Tân Quới',
  issuerName: 'Trung tâm Phục vụ hành chính công xã Tân Quới',
  number: paperNumber(form, number, 'service-centre'),
  place: 'Tân Quới',
  issuedAt: at('2026-11-20', '09:12'),
  signing: 'ink',
})

export const lai: Applicant = {
  title: 'Bà',
  name: 'Phạm Thị Thu Lài',
  personalId: '087194000412',
  address: 'Ấp Tân Bình, xã Tân Quới, tỉnh Đồng Tháp',
  phone: '0912 000 326',
  email: null,
}

export const aTracking: Tracking = {
  host: 'tanquoi.example.gov.vn',
  secret: 'P4X 9TN',
  qrUrl: 'https://tanquoi.example.gov.vn/tra-cuu/m/7Kq2vXw9TnB4cR8sLd0fZg',
}

export const aSlip: ReceiptSlipData = {
  head: aHead('receipt-slip'),
  code: 'H20.31.08-261120-0017',
  applicant: lai,
  mandate: null,
  content: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  papers: [
    { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', original: 1, certified: 0, copy: 0, note: null },
    { name: 'Thẻ căn cước', original: 0, certified: 0, copy: 0, note: 'xuất trình, không lưu' },
    { name: 'Thông tin cư trú', original: 0, certified: 0, copy: 0, note: 'lấy từ CSDL quốc gia về dân cư' },
  ],
  sets: 1,
  fee: 'không thu',
  limit: '03 ngày làm việc',
  receivedAt: at('2026-11-20', '09:12'),
  dueAt: at('2026-11-26', '17:30'),
  explanation:
    'không tính ngày nhận 20/11; 21–22/11 nghỉ hằng tuần; 23/11 ngày 1; 24/11 nghỉ lễ, không tính; 25/11 ngày 2; thứ Năm 26/11 ngày 3',
  returnPlace: 'quầy trả kết quả của Trung tâm',
  register: { book: null, entry: '412' },
  submitterName: 'Phạm Thị Thu Lài',
  receiverName: 'Lê Thị Bích Ngà',
  tracking: aTracking,
  hotline: '0277 000 0000, giờ làm việc',
  copies: ['submitter'],
}

export const aSupplementRequest: SupplementRequestData = {
  head: aHead('supplement-request', 12),
  code: 'H20.31.08-261120-0017',
  applicant: { ...lai, email: 'thulai94@example.vn' },
  content: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  items: [
    'Bản vẽ thiết kế xây dựng: thiếu mặt bằng móng tỷ lệ 1/100 – 1/200 kèm sơ đồ đấu nối hệ thống thoát nước mưa, nước thải (02 bộ).',
    'Bản sao Giấy chứng nhận quyền sử dụng đất thửa số 118, tờ bản đồ số 24: bản chụp đã nộp mờ trang 3, đề nghị nộp bản chụp rõ kèm bản chính để đối chiếu.',
    'Bản cam kết bảo đảm an toàn đối với công trình liền kề.',
  ],
  reason: 'các giấy tờ trên thuộc thành phần hồ sơ bắt buộc theo quyết định công bố thủ tục; thiếu thì chưa có cơ sở thẩm định',
  supplementBy: localDate('2026-12-04'),
  contact: { name: 'bà Lê Thị Bích Ngà, quầy số 2', phone: '0277 000 0000' },
  guideName: 'Lê Thị Bích Ngà',
  tracking: aTracking,
}

export const aRefusal: RefusalData = {
  head: aHead('refusal', 3),
  code: null,
  applicant: { ...lai, title: 'Ông', name: 'Huỳnh Văn Đực', email: null },
  content: 'Đăng ký lại khai sinh',
  reasons: [
    'Sổ đăng ký khai sinh năm 1987 lưu tại xã còn ghi sự kiện khai sinh của Ông (số 214, quyển 02), nên không thuộc trường hợp đăng ký lại.',
    'Ông có thể đề nghị cấp bản sao Trích lục khai sinh, nhận kết quả trong ngày.',
  ],
  submitterName: 'Huỳnh Văn Đực',
  receiverName: 'Lê Thị Bích Ngà',
}

export const anApology: ApologyData = {
  head: aHead('apology', 4),
  code: 'H20.31.08-261102-0009',
  applicant: { ...lai, title: 'Ông', name: 'Nguyễn Hữu Ưỡng' },
  agencyName: 'Ủy ban nhân dân xã Tân Quới',
  procedureName: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
  receivedOn: localDate('2026-11-02'),
  dueAt: at('2026-11-23', '17:30'),
  reason: 'cơ quan phối hợp chưa gửi ý kiến về lộ giới đường tỉnh 841, đã đôn đốc ngày 18/11/2026',
  promisedOn: localDate('2026-11-27'),
  signer: { name: 'Trần Quốc Khởi', position: 'Giám đốc' },
  tracking: aTracking,
}

export const aDiscontinuation: DiscontinuationData = {
  head: aHead('discontinuation', 7),
  code: 'H20.31.08-261110-0021',
  applicant: lai,
  procedureName: 'Đăng ký thành lập hộ kinh doanh',
  receivedOn: localDate('2026-11-10'),
  cause: { kind: 'not-supplemented', requestNumber: '09/PBS-TTPVHCC', supplementBy: localDate('2026-11-19') },
  returnedPapers: ['Giấy đề nghị đăng ký hộ kinh doanh (01 bản chính)', 'Hợp đồng thuê địa điểm (01 bản sao có chứng thực)'],
  refund: '100.000 đ, nhận tại quầy thu phí khi xuất trình thông báo này',
  signer: { name: 'Trần Quốc Khởi', position: 'Giám đốc' },
  tracking: aTracking,
}

export const aControlSheet: ControlSheetData = {
  head: aHead('control-sheet', 412),
  code: 'H20.31.08-261120-0017',
  solvingUnit: 'Phòng Kinh tế',
  partnerUnits: ['Văn phòng đăng ký đất đai chi nhánh khu vực 3', 'Thuế cơ sở 5'],
  receivedAt: at('2026-11-20', '09:12'),
  dueAt: at('2026-12-04', '17:30'),
  handovers: [
    {
      from: 'Bộ phận TN&TKQ',
      to: 'Phòng Kinh tế',
      at: at('2026-11-20', '10:40'),
      givenBy: 'Lê Thị Bích Ngà',
      takenBy: 'Đỗ Minh Tuấn',
      outcome: 'on-time',
      note: null,
    },
    {
      from: 'Phòng Kinh tế',
      to: 'Lãnh đạo UBND xã',
      at: at('2026-11-27', '15:05'),
      givenBy: 'Đỗ Minh Tuấn',
      takenBy: 'Nguyễn Thị Ánh Tuyết',
      outcome: 'early',
      note: 'Kèm dự thảo giấy phép',
    },
    {
      from: 'Văn thư UBND xã',
      to: 'Bộ phận TN&TKQ',
      at: at('2026-12-02', '09:20'),
      givenBy: 'Phan Thị Mười',
      takenBy: 'Lê Thị Bích Ngà',
      outcome: 'early',
      note: null,
    },
  ],
  blankHandovers: 1,
}

const aRow = (index: number): RegisterRow => ({
  number: index + 1,
  code: `H20.31.08-2611${String(2 + (index % 19)).padStart(2, '0')}-00${String(11 + index).padStart(2, '0')}`,
  procedureName: ['Đăng ký khai sinh', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'Đăng ký khai tử', 'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc'][index % 4] ?? '',
  applicantName: ['Phạm Thị Thu Lài', 'Nguyễn Hữu Ưỡng', 'Trần Thị Ngọc Huyền', 'Võ Văn Tứ'][index % 4] ?? '',
  address: ['Ấp Tân Bình', 'Ấp Tân Hòa', 'Ấp Tân Lợi'][index % 3] ?? '',
  phone: `0912 000 ${String(300 + index)}`,
  solvingUnit: 'Phòng Văn hóa – Xã hội',
  receivedAt: at('2026-11-20', '09:12'),
  dueAt: index % 7 === 6 ? null : at('2026-11-26', '17:30'),
  returnedAt: index % 5 === 4 ? null : at('2026-11-25', '15:20'),
  ended: null,
  returnMethod: index % 5 === 4 ? null : ['Tại quầy', 'Bưu chính công ích', 'Điện tử'][index % 3] ?? null,
  signedBy: null,
})

export const aRegister: DossierRegisterData = {
  head: aHead('dossier-register', 1),
  fieldName: 'Hộ tịch',
  book: '02',
  from: localDate('2026-11-01'),
  to: localDate('2026-11-30'),
  firstPage: 1,
  isLast: true,
  rows: Array.from({ length: 24 }, (_, index) => aRow(index)),
}

export const aResultCover: ResultCoverData = {
  head: aHead('result-cover', 398),
  code: 'H20.31.08-261120-0017',
  applicant: lai,
  content: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  results: [{ name: 'Giấy xác nhận tình trạng hôn nhân', number: '215/UBND-XNTTHN', issuedOn: localDate('2026-11-25'), copies: 1 }],
  dueAt: at('2026-11-26', '17:30'),
  resolvedAt: at('2026-11-25', '15:20'),
  outcome: 'early',
  returnMethod: 'tại quầy trả kết quả của Trung tâm',
  returnedAt: at('2026-11-26', '08:05'),
  recipientName: 'Phạm Thị Thu Lài',
  officerName: 'Lê Thị Bích Ngà',
  verification: { host: 'tanquoi.example.gov.vn/xac-minh', secret: null, qrUrl: 'https://tanquoi.example.gov.vn/xac-minh/kq/5bT1mVh8QnX3' },
}

export const samples = {
  'receipt-slip': aSlip,
  'supplement-request': aSupplementRequest,
  refusal: aRefusal,
  apology: anApology,
  discontinuation: aDiscontinuation,
  'control-sheet': aControlSheet,
  'dossier-register': aRegister,
  'result-cover': aResultCover,
}

import type { LocalDate } from '@/lib/kernel/local-date'

/**
 * The papers a one-stop desk issues. The first seven are Mẫu 01–07 of Phụ lục I, Thông tư 03/2025/TT-VPCP, in that order;
 * the result cover is our own: it goes out with a result and comes back signed.
 */
export const paperForms = [
  'receipt-slip',
  'supplement-request',
  'refusal',
  'apology',
  'discontinuation',
  'control-sheet',
  'dossier-register',
  'result-cover',
] as const
export type PaperForm = (typeof paperForms)[number]

/** The circular serves both: a Trung tâm Phục vụ hành chính công, or a Bộ phận Tiếp nhận và Trả kết quả where there is no centre. */
export type IssuerKind = 'service-centre' | 'one-stop-desk'

const issuerMark: Record<IssuerKind, string> = { 'service-centre': 'TTPVHCC', 'one-stop-desk': 'BPTNTKQ' }

/** Signs as the forms print them. Mẫu 04 has no issuer in its sign; Mẫu 05 (TB, thông báo) and the cover (PTKQ) have none printed: ours. */
const paperSign: Record<PaperForm, (issuer: string) => string> = {
  'receipt-slip': (issuer) => issuer,
  'supplement-request': (issuer) => `PBS-${issuer}`,
  refusal: (issuer) => `PTC-${issuer}`,
  apology: () => 'PXL',
  discontinuation: (issuer) => `TB-${issuer}`,
  'control-sheet': (issuer) => `PKS-${issuer}`,
  'dossier-register': (issuer) => `STD-${issuer}`,
  'result-cover': (issuer) => `PTKQ-${issuer}`,
}

/** "412/TTPVHCC", "05/PBS-TTPVHCC". Without a number there is room for a pen before the stroke. */
export function paperNumber(form: PaperForm, sequence: number | null, issuer: IssuerKind): string {
  const number = sequence === null ? '\u00a0'.repeat(10) : String(sequence).padStart(2, '0')
  return `${number}/${paperSign[form](issuerMark[issuer])}`
}

/** What stands above the title, and when the paper was issued. */
export type PaperHead = {
  issuerKind: IssuerKind
  /** "UBND xã Tân Quới"; printed in capitals. */
  governingBody: string
  /** In full, as sentences name it: "Trung tâm Phục vụ hành chính công xã Tân Quới". */
  issuerName: string
  /** As `paperNumber` writes it, or as the records clerk typed it. */
  number: string
  /** "Tân Quới", before the date. */
  place: string
  /** The day on the paper, and the creation date inside the file: the same data give the same bytes. */
  issuedAt: Date
  /** `digital`: the place of the ink signature says that a digital one stands there. */
  signing: 'ink' | 'digital'
  /** Across every page of what is not the paper itself: a look before it is issued, or one that still waits for its number. */
  watermark?: 'preview' | 'waiting'
  /** Where anybody checks that this paper was issued; letters carry it as a QR code. */
  verifyUrl?: string
}

export type ApplicantTitle = 'Ông' | 'Bà' | 'Ông/Bà' | 'Tổ chức'

/** null: the person has none, and the paper says so ("không có"). */
export type Applicant = {
  title: ApplicantTitle
  /** As the register writes it. Capitals for persons are the work of the form. */
  name: string
  personalId: string | null
  address: string | null
  phone: string | null
  email: string | null
}

/** Who stands at the counter for the applicant, and by which paper ("Giấy ủy quyền chứng thực số 88 ngày 12/11/2026"). */
export type Mandate = Applicant & { proof: string }

/** How the citizen looks the dossier up. */
export type Tracking = {
  /** "tanquoi.example.gov.vn" */
  host: string
  /** Grouped for reading: "P4X 9TN". null where the paper must not carry it. */
  secret: string | null
  /** Absolute address of the token door. */
  qrUrl: string
}

/** Who answers for the paper. `position` is printed under the label of the form ("Giám đốc"). */
export type Signer = { name: string; position: string | null }

/** Counts of one paper handed in; 0 prints an empty cell. `note` follows the name in brackets ("xuất trình, không lưu"). */
export type HandedInPaper = { name: string; original: number; certified: number; copy: number; note: string | null }

/** Liên 1 stays in the office and carries no secret; liên 2 goes to the person who filed. */
export type SlipCopy = 'office' | 'submitter'

/** Mẫu 01. */
export type ReceiptSlipData = {
  head: PaperHead
  code: string
  applicant: Applicant
  mandate: Mandate | null
  /** What is asked for, in the words of the procedure. */
  content: string
  papers: readonly HandedInPaper[]
  /** @unit sets (bộ) */
  sets: number
  /** "không thu", "8.000 đ (đã nộp, biên lai 0000123)" */
  fee: string
  /** "03 ngày làm việc" */
  limit: string
  receivedAt: Date
  /** null: the law sets no limit. */
  dueAt: Date | null
  /** One sentence from the function that computed the due date, without its label. */
  explanation: string | null
  /** "quầy trả kết quả của Trung tâm" */
  returnPlace: string
  /** `book` null: the electronic register. */
  register: { book: string | null; entry: string } | null
  submitterName: string
  receiverName: string
  tracking: Tracking
  /** "0277 000 0000, giờ làm việc" */
  hotline: string
  copies: readonly SlipCopy[]
}

/** Mẫu 02. Everything missing stands in one request: `items` is complete or the law is broken. */
export type SupplementRequestData = {
  head: PaperHead
  /** null before reception. */
  code: string | null
  applicant: Applicant
  content: string
  items: readonly string[]
  reason: string
  /** Last day on which the supplement keeps the dossier alive; null where the procedure sets none. */
  supplementBy: LocalDate | null
  contact: { name: string; phone: string }
  guideName: string
  tracking: Tracking | null
}

/** Mẫu 03. `reasons`: one paragraph each. */
export type RefusalData = {
  head: PaperHead
  code: string | null
  applicant: Applicant
  content: string
  reasons: readonly string[]
  submitterName: string
  receiverName: string
}

/** Mẫu 04. It promises a new day and changes no figure. */
export type ApologyData = {
  head: PaperHead
  code: string
  applicant: Applicant
  /** Who took the dossier on and now asks for time. */
  agencyName: string
  procedureName: string
  receivedOn: LocalDate
  /** As printed on the slip. */
  dueAt: Date
  reason: string
  promisedOn: LocalDate
  signer: Signer
  tracking: Tracking | null
}

export type DiscontinuationCause =
  | { kind: 'requested'; requestedOn: LocalDate }
  | { kind: 'not-supplemented'; requestNumber: string; supplementBy: LocalDate }
  | { kind: 'by-law'; basis: string }

/** Mẫu 05. The circular's layout was not at hand: labels and order are ours. */
export type DiscontinuationData = {
  head: PaperHead
  code: string
  applicant: Applicant
  procedureName: string
  receivedOn: LocalDate | null
  cause: DiscontinuationCause
  /** What the desk gives back. */
  returnedPapers: readonly string[]
  /** "8.000 đ, nhận tại quầy thu phí"; null: nothing was paid. */
  refund: string | null
  signer: Signer
  tracking: Tracking | null
}

export type Outcome = 'early' | 'on-time' | 'overdue'

/** `outcome` is entered by the side that receives; null while unknown. */
export type Handover = {
  from: string
  to: string
  at: Date | null
  givenBy: string | null
  takenBy: string | null
  outcome: Outcome | null
  note: string | null
}

/** Mẫu 06. */
export type ControlSheetData = {
  head: PaperHead
  code: string
  solvingUnit: string
  partnerUnits: readonly string[]
  receivedAt: Date
  dueAt: Date | null
  handovers: readonly Handover[]
  /** Empty blocks to be filled by pen, for a dossier that travels on paper. */
  blankHandovers: number
}

export type RegisterRow = {
  /** Số thứ tự in the register of the year, as the slip names it. */
  number: number
  code: string
  procedureName: string
  applicantName: string
  address: string | null
  phone: string | null
  solvingUnit: string
  receivedAt: Date
  dueAt: Date | null
  returnedAt: Date | null
  /** How it ended without a result: "Rút hồ sơ 12/11/2026"; printed where the return would stand. */
  ended: string | null
  /** "tại quầy", "bưu chính công ích", "điện tử" */
  returnMethod: string | null
  /** Who signed for the result; null leaves room to sign. */
  signedBy: string | null
}

/** Mẫu 07: one book per field or group of fields. */
export type DossierRegisterData = {
  head: PaperHead
  /** "Hộ tịch" */
  fieldName: string
  book: string | null
  from: LocalDate
  to: LocalDate
  /** A long book is made in parts: this one begins on that page, and is or is not the last. */
  firstPage: number
  isLast: boolean
  rows: readonly RegisterRow[]
}

/** Goes out with the result; the signed copy stays. */
export type ResultCoverData = {
  head: PaperHead
  code: string
  applicant: Applicant
  content: string
  results: readonly { name: string; number: string | null; issuedOn: LocalDate | null; copies: number }[]
  dueAt: Date | null
  resolvedAt: Date
  outcome: Outcome | null
  returnMethod: string
  returnedAt: Date | null
  recipientName: string | null
  officerName: string | null
  /** Door at which anybody checks the result. */
  verification: Tracking
}

export type PaperData = {
  'receipt-slip': ReceiptSlipData
  'supplement-request': SupplementRequestData
  refusal: RefusalData
  apology: ApologyData
  discontinuation: DiscontinuationData
  'control-sheet': ControlSheetData
  'dossier-register': DossierRegisterData
  'result-cover': ResultCoverData
}

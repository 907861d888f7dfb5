import type { ControlSheetData, DossierRegisterData, ResultCoverData } from '../../domain/official-paper'
import { outcomeLabel, sheetMoment, shortDay, shortMoment, writtenDay, writtenMoment } from '../../wording'
import { applicantView, headView, tied, trackingView } from './shared'

export const controlSheetView = (sheet: ControlSheetData) => ({
  head: headView('control-sheet', sheet.head),
  code: sheet.code,
  solvingUnit: sheet.solvingUnit,
  partnerUnits: sheet.partnerUnits.length === 0 ? 'không có' : sheet.partnerUnits.join('; '),
  receivedAt: writtenMoment(sheet.receivedAt),
  dueAt: sheet.dueAt === null ? 'không quy định' : writtenMoment(sheet.dueAt),
  handovers: [
    ...sheet.handovers.map((handover) => ({
      from: handover.from,
      to: handover.to,
      at: handover.at === null ? null : sheetMoment(handover.at),
      givenBy: handover.givenBy ?? '',
      takenBy: handover.takenBy ?? '',
      outcome: handover.outcome === null ? '' : outcomeLabel[handover.outcome],
      note: handover.note ?? '',
    })),
    ...Array.from({ length: sheet.blankHandovers }, () => ({ from: '', to: '', at: null, givenBy: '', takenBy: '', outcome: '', note: '' })),
  ],
})

export const dossierRegisterView = (register: DossierRegisterData) => ({
  head: headView('dossier-register', register.head),
  fieldName: register.fieldName,
  book: register.book,
  period: `từ ${writtenDay(register.from)} đến ${writtenDay(register.to)}`,
  runningTitle: `Sổ theo dõi hồ sơ ${register.fieldName}, ${shortDay(register.from)}–${shortDay(register.to)}`,
  firstPage: register.firstPage,
  isFirst: register.firstPage === 1,
  isLast: register.isLast,
  rows: register.rows.map((row) => ({
    number: String(row.number),
    code: row.code,
    procedure: row.procedureName,
    applicant: row.applicantName,
    address: row.address ?? '',
    phone: tied(row.phone) ?? '',
    unit: row.solvingUnit,
    receivedAt: shortMoment(row.receivedAt),
    dueAt: row.dueAt === null ? 'không quy định' : shortMoment(row.dueAt),
    returnedAt: row.returnedAt === null ? (row.ended ?? '') : shortMoment(row.returnedAt),
    returnMethod: row.returnMethod ?? '',
    signedBy: row.signedBy ?? '',
  })),
})

export const resultCoverView = (cover: ResultCoverData) => ({
  head: headView('result-cover', cover.head),
  code: cover.code,
  applicant: applicantView(cover.applicant),
  content: cover.content,
  results: cover.results.map((result) => ({
    name: result.name,
    number: result.number ?? '',
    issuedOn: result.issuedOn === null ? '' : shortDay(result.issuedOn),
    copies: String(result.copies),
  })),
  dueAt: cover.dueAt === null ? 'không quy định' : writtenMoment(cover.dueAt),
  resolvedAt: writtenMoment(cover.resolvedAt),
  outcome: cover.outcome === null ? null : outcomeLabel[cover.outcome].toLowerCase(),
  returnMethod: cover.returnMethod,
  returnedAt: cover.returnedAt === null ? null : writtenMoment(cover.returnedAt),
  recipientName: cover.recipientName ?? '',
  officerName: cover.officerName ?? '',
  verification: trackingView(cover.verification),
})

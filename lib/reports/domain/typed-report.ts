import { broken, mends, type BrokenIdentity, type Identity, type Mend } from './identities'

/** Figures of a report that somebody wrote elsewhere, as far as it gives them. `inTime`: "trước và đúng hạn" in one. */
export type TypedFigure = 'received' | 'carriedOver' | 'new' | 'online' | 'direct' | 'settled' | 'early' | 'onTime' | 'inTime' | 'overdue' | 'pending' | 'withinLimit' | 'pendingOverdue'
export type TypedReport = Readonly<Partial<Record<TypedFigure, number>>>

const identities: readonly Identity<TypedFigure>[] = [
  { name: 'received', left: ['received'], relation: 'equals', right: ['carriedOver', 'new'] },
  { name: 'form-received', left: ['received'], relation: 'equals', right: ['online', 'direct', 'carriedOver'] },
  { name: 'new', left: ['new'], relation: 'equals', right: ['online', 'direct'] },
  { name: 'settled', left: ['settled'], relation: 'equals', right: ['early', 'onTime', 'overdue'] },
  { name: 'settled', left: ['settled'], relation: 'equals', right: ['inTime', 'overdue'] },
  { name: 'in-time', left: ['inTime'], relation: 'equals', right: ['early', 'onTime'] },
  { name: 'settled-parts', left: ['settled'], relation: 'at-least', right: ['inTime'] },
  { name: 'settled-parts', left: ['settled'], relation: 'at-least', right: ['early', 'onTime'] },
  { name: 'settled-parts', left: ['settled'], relation: 'at-least', right: ['overdue'] },
  { name: 'pending', left: ['pending'], relation: 'equals', right: ['withinLimit', 'pendingOverdue'] },
  { name: 'balance', left: ['received'], relation: 'equals', right: ['settled', 'pending'] },
]

export type TypedReportVerdict = { broken: BrokenIdentity[]; /** Single figures whose correction would make all of it agree. */ mends: Mend<TypedFigure>[] }

/** The same rules as for our own reports; only what the report states is judged. */
export const checkTypedReport = (report: TypedReport): TypedReportVerdict => ({ broken: broken(report, identities), mends: mends(report, identities) })

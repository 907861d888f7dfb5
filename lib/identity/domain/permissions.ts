import type { Actor, Officer, StandIn } from './actor'

/** The closed list of roles. A person may hold several. */
export const roles = [
  'desk-officer',
  'case-officer',
  'department-head',
  'centre-director',
  'records-clerk',
  'fee-collector',
  'leader',
  'administrator',
  'province-supervisor',
  'overseer',
  'partner-officer',
] as const
export type Role = (typeof roles)[number]

type Rule = {
  roles: readonly Role[]
  /** The applicant or submitter of the dossier may do it too. */
  citizen?: true
  /** Only the officer whose turn it is (the assignee), or anyone of the role while nobody is assigned. */
  ownTurn?: true
  /** Only while it is a colleague's turn: what one's own hand holds is not taken over. */
  othersTurn?: true
  /** Case officers and heads act in their own unit alone; who serves the whole commune is not asked for a unit. */
  ownUnit?: true
  /** Only whoever has the very role that the step at hand asks for. */
  stepRole?: true
  /** Only whoever finished the step before the one at hand. */
  ownHandOver?: true
  /** Work of the step at hand: whoever stands in for an absent colleague may do it with the colleague's rights. */
  standIn?: true
  /** The officer whom it is about may do it too, whatever the role. */
  self?: true
  /** What the permission allows, as a sentence part: "không có quyền …". */
  vi: string
}

/**
 * Who may do what: the one table. Pages ask it to show a button, use cases ask it to act.
 * Drafter and signer are different people unless the commune's policy for a single clerk says otherwise
 * (`mayActTwice`), and reports show where it did.
 */
export const permissions = {
  'dossier.read': { roles: ['desk-officer', 'case-officer', 'department-head', 'centre-director', 'records-clerk', 'leader'], citizen: true, vi: 'xem hồ sơ' },
  'dossier.read-personal-id': { roles: ['desk-officer', 'case-officer', 'department-head', 'leader'], vi: 'xem đủ số định danh' },
  'dossier.file': { roles: [], citizen: true, vi: 'nộp hồ sơ' },
  'dossier.receive': { roles: ['desk-officer', 'centre-director'], vi: 'tiếp nhận hồ sơ' },
  'dossier.refuse': { roles: ['desk-officer', 'centre-director'], vi: 'từ chối tiếp nhận hồ sơ' },
  'dossier.settle-on-the-spot': { roles: ['desk-officer', 'centre-director'], vi: 'giải quyết ngay tại quầy' },
  'dossier.request-supplement': { roles: ['desk-officer', 'centre-director', 'case-officer', 'department-head'], ownUnit: true, standIn: true, vi: 'yêu cầu bổ sung hồ sơ' },
  'dossier.supply-supplement': { roles: ['desk-officer', 'centre-director'], citizen: true, vi: 'nộp giấy tờ bổ sung' },
  'dossier.assign': { roles: ['department-head', 'centre-director', 'leader'], ownUnit: true, vi: 'phân công hồ sơ' },
  'dossier.take': { roles: ['case-officer', 'department-head'], ownTurn: true, ownUnit: true, standIn: true, vi: 'nhận việc' },
  'dossier.settle': { roles: ['case-officer', 'department-head'], ownTurn: true, ownUnit: true, standIn: true, vi: 'giải quyết hồ sơ' },
  'dossier.appraise': { roles: ['department-head'], ownUnit: true, standIn: true, vi: 'thẩm định hồ sơ' },
  'dossier.approve': { roles: ['leader'], standIn: true, vi: 'phê duyệt kết quả' },
  'dossier.seal': { roles: ['records-clerk'], standIn: true, vi: 'vào số, đóng dấu' },
  'dossier.sign-digitally': { roles: ['leader'], vi: 'ký số kết quả và văn bản' },
  'dossier.seal-digitally': { roles: ['records-clerk'], vi: 'đóng dấu số của cơ quan' },
  'dossier.hand-back': { roles: ['department-head', 'leader', 'records-clerk'], ownUnit: true, standIn: true, vi: 'trả lại bước trước' },
  'dossier.take-over': { roles: ['case-officer', 'department-head', 'leader', 'records-clerk'], othersTurn: true, ownUnit: true, stepRole: true, standIn: true, vi: 'nhận thay việc của đồng nghiệp' },
  'dossier.recall': { roles: ['case-officer', 'department-head', 'leader'], ownHandOver: true, vi: 'thu hồi việc đã chuyển' },
  'dossier.skip-step': { roles: ['department-head', 'leader'], ownUnit: true, vi: 'bỏ qua bước' },
  'dossier.assign-fairly': { roles: ['department-head', 'leader'], ownUnit: true, vi: 'phân công công bằng' },
  'dossier.return-result': { roles: ['desk-officer', 'centre-director'], vi: 'trả kết quả' },
  'dossier.withdraw': { roles: ['desk-officer', 'centre-director'], citizen: true, vi: 'rút hồ sơ' },
  'dossier.discontinue': { roles: ['leader'], vi: 'dừng giải quyết hồ sơ' },
  'dossier.void': { roles: ['centre-director', 'leader'], vi: 'hủy hồ sơ nhập nhầm' },
  'dossier.extend-verification': { roles: ['case-officer', 'department-head'], vi: 'gia hạn để xác minh' },
  'dossier.draft-apology': { roles: ['case-officer', 'department-head'], vi: 'soạn văn bản xin lỗi' },
  'dossier.sign-apology': { roles: ['leader'], standIn: true, vi: 'ký văn bản xin lỗi' },
  'dossier.propose-correction': { roles: ['desk-officer', 'centre-director', 'case-officer', 'department-head'], vi: 'đề nghị chuyển thủ tục' },
  'dossier.approve-correction': { roles: ['leader'], standIn: true, vi: 'duyệt chuyển thủ tục' },
  'dossier.reopen': { roles: ['centre-director', 'leader'], vi: 'mở lại hồ sơ đã trả' },
  'dossier.request-payment': { roles: ['desk-officer', 'centre-director', 'case-officer', 'department-head'], vi: 'yêu cầu nộp nghĩa vụ tài chính' },
  'dossier.settle-payment': { roles: ['fee-collector', 'desk-officer', 'centre-director'], vi: 'xác nhận đã nộp tiền' },
  'payment.read': { roles: ['fee-collector', 'desk-officer', 'case-officer', 'department-head', 'centre-director', 'leader'], vi: 'xem khoản thu của hồ sơ' },
  'payment.assess': { roles: ['fee-collector', 'desk-officer', 'centre-director'], vi: 'điều chỉnh mức thu' },
  'payment.collect': { roles: ['fee-collector'], vi: 'thu tiền' },
  'payment.propose-refund': { roles: ['fee-collector', 'desk-officer', 'centre-director'], vi: 'đề nghị hoàn phí' },
  'payment.approve-refund': { roles: ['leader'], vi: 'duyệt hoàn phí' },
  'dossier.rate': { roles: [], citizen: true, vi: 'đánh giá' },
  'dossier.control-sheet': { roles: ['desk-officer', 'centre-director', 'case-officer', 'department-head', 'leader'], vi: 'ra phiếu kiểm soát' },
  'absence.record': { roles: ['department-head', 'leader'], ownUnit: true, self: true, vi: 'ghi ngày vắng của người này' },
  'workflow.oversee': { roles: ['department-head', 'centre-director', 'leader'], ownUnit: true, vi: 'xem việc của các bước' },
  'workflow.set-policy': { roles: ['leader'], vi: 'đặt quy tắc xử lý của xã' },
  'figures.read': { roles: ['centre-director', 'department-head', 'leader'], vi: 'xem số liệu của xã' },
  'register.read': { roles: ['desk-officer', 'department-head', 'centre-director', 'records-clerk', 'leader'], vi: 'xem sổ theo dõi hồ sơ' },
  'register.export': { roles: ['centre-director', 'records-clerk', 'leader'], vi: 'in, xuất sổ theo dõi hồ sơ' },
  'paper.number': { roles: ['records-clerk'], vi: 'ghi số văn bản' },
  'paper.set-numbering': { roles: ['administrator'], vi: 'đặt cách đánh số văn bản' },
  'access.read': { roles: ['leader', 'administrator'], vi: 'xem nhật ký mở dữ liệu' },
  'dossier.hold': { roles: ['leader'], vi: 'giữ hồ sơ không xóa' },
  'calendar.change': { roles: ['administrator'], vi: 'sửa lịch làm việc' },
  'leg.hand-over': { roles: ['desk-officer', 'centre-director', 'case-officer', 'department-head'], vi: 'giao hồ sơ cho cơ quan phối hợp' },
  'leg.work': { roles: ['partner-officer'], vi: 'làm việc của cơ quan phối hợp' },
  'connection.manage': { roles: ['administrator'], vi: 'quản lý kết nối' },
  'notification.manage': { roles: ['administrator'], vi: 'sửa mẫu tin và cách báo tin' },
  'staff.manage': { roles: ['administrator'], vi: 'quản lý người dùng' },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof permissions

/** What is asked about, told plainly: no rows, no classes. What is left out is not asked: "may anyone like this at all?" */
export type Subject = {
  communeId: string
  /** The officer whose turn it is; null while nobody took it. */
  assigneeId?: string | null
  /** The unit of the step at hand, or of the person it is about. */
  unitKey?: string | null
  /** The role that the step at hand asks for; null where there is none. */
  stepRole?: Role | null
  /** Who finished the step before the one at hand; null where that can no longer be taken back. */
  handedOnById?: string | null
  /** The officer whom it is about. */
  staffId?: string
  /** Citizens who may act for the dossier (applicant, submitter). */
  citizenIds?: readonly (string | null)[]
}

/** May this actor do this to this subject? No scope means no. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  const rule: Rule = permissions[permission]
  switch (actor.kind) {
    case 'officer':
      return mayInPerson(actor, rule, subject) || absentFor(actor, rule, subject) !== null
    case 'citizen':
      return rule.citizen === true && (subject.citizenIds ?? []).includes(actor.citizenId)
    case 'system':
      return true
    case 'visitor':
      return false
  }
}

/** The absent colleague with whose rights the officer does this; null where the own rights suffice, or nobody's do. */
export function actsFor(actor: Actor, permission: Permission, subject: Subject): string | null {
  if (actor.kind !== 'officer') return null
  const rule: Rule = permissions[permission]
  return mayInPerson(actor, rule, subject) ? null : (absentFor(actor, rule, subject)?.staffId ?? null)
}

const mayInPerson = (officer: Officer, rule: Rule, subject: Subject): boolean => officer.communeId === subject.communeId && hasRight(officer, rule, subject)

function absentFor(officer: Officer, rule: Rule, subject: Subject): StandIn | null {
  if (!rule.standIn || officer.communeId !== subject.communeId) return null
  // What is held by the officer's own hand is no colleague's: nobody takes over from themselves.
  if (rule.othersTurn && subject.assigneeId === officer.staffId) return null
  return officer.standsInFor?.find((absent) => hasRight(absent, rule, subject)) ?? null
}

/** Roles that work inside one unit; the others serve the whole commune. */
export const unitRoles: readonly Role[] = ['case-officer', 'department-head']

/** Has a person of this unit and these roles the right, by what the rule asks and the subject tells? */
function hasRight({ staffId, unitKey, roles: own }: Pick<StandIn, 'staffId' | 'unitKey' | 'roles'>, rule: Rule, { assigneeId, ...subject }: Subject): boolean {
  if (rule.self && subject.staffId === staffId) return true
  if (rule.ownTurn && assigneeId != null && assigneeId !== staffId) return false
  if (rule.othersTurn && assigneeId !== undefined && (assigneeId === null || assigneeId === staffId)) return false
  if (rule.ownHandOver && subject.handedOnById !== undefined && subject.handedOnById !== staffId) return false
  return rule.roles.some(
    (role) =>
      own.includes(role) &&
      (!rule.stepRole || subject.stepRole === undefined || subject.stepRole === role) &&
      (!rule.ownUnit || !unitRoles.includes(role) || subject.unitKey === undefined || subject.unitKey === unitKey),
  )
}

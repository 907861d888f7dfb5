import type { Actor } from './actor'

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
] as const
export type Role = (typeof roles)[number]

type Rule = {
  roles: readonly Role[]
  /** The applicant or submitter of the dossier may do it too. */
  citizen?: true
  /** Only the officer whose turn it is (the assignee), or anyone of the role while nobody is assigned. */
  ownTurn?: true
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
  'dossier.request-supplement': { roles: ['desk-officer', 'centre-director', 'case-officer', 'department-head'], vi: 'yêu cầu bổ sung hồ sơ' },
  'dossier.supply-supplement': { roles: ['desk-officer', 'centre-director'], citizen: true, vi: 'nộp giấy tờ bổ sung' },
  'dossier.assign': { roles: ['department-head', 'centre-director', 'leader'], vi: 'phân công hồ sơ' },
  'dossier.take': { roles: ['case-officer', 'department-head'], vi: 'nhận việc' },
  'dossier.settle': { roles: ['case-officer', 'department-head'], ownTurn: true, vi: 'giải quyết hồ sơ' },
  'dossier.appraise': { roles: ['department-head'], vi: 'thẩm định hồ sơ' },
  'dossier.approve': { roles: ['leader'], vi: 'phê duyệt kết quả' },
  'dossier.seal': { roles: ['records-clerk'], vi: 'vào số, đóng dấu' },
  'dossier.hand-back': { roles: ['department-head', 'leader', 'records-clerk'], vi: 'trả lại bước trước' },
  'dossier.return-result': { roles: ['desk-officer', 'centre-director'], vi: 'trả kết quả' },
  'dossier.withdraw': { roles: ['desk-officer', 'centre-director'], citizen: true, vi: 'rút hồ sơ' },
  'dossier.discontinue': { roles: ['leader'], vi: 'dừng giải quyết hồ sơ' },
  'dossier.void': { roles: ['centre-director', 'leader'], vi: 'hủy hồ sơ nhập nhầm' },
  'dossier.rate': { roles: [], citizen: true, vi: 'đánh giá' },
  'figures.read': { roles: ['centre-director', 'department-head', 'leader'], vi: 'xem số liệu của xã' },
  'calendar.change': { roles: ['administrator'], vi: 'sửa lịch làm việc' },
  'staff.manage': { roles: ['administrator'], vi: 'quản lý người dùng' },
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof permissions

/** What is asked about, told plainly: no rows, no classes. */
export type Subject = {
  communeId: string
  /** The officer whose turn it is; null while nobody took it. */
  assigneeId?: string | null
  /** Citizens who may act for the dossier (applicant, submitter). */
  citizenIds?: readonly (string | null)[]
}

/** May this actor do this to this subject? No scope means no. */
export function may(actor: Actor, permission: Permission, subject: Subject): boolean {
  const rule: Rule = permissions[permission]
  switch (actor.kind) {
    case 'officer':
      if (actor.communeId !== subject.communeId) return false
      if (!rule.roles.some((role) => actor.roles.includes(role))) return false
      return !rule.ownTurn || subject.assigneeId == null || subject.assigneeId === actor.staffId
    case 'citizen':
      return rule.citizen === true && (subject.citizenIds ?? []).includes(actor.citizenId)
    case 'system':
      return true
    case 'visitor':
      return false
  }
}

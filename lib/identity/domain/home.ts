import type { Role } from './permissions'

/** The first page of the day for someone with these roles. */
export function homeOf(roles: readonly Role[]): string {
  if (roles.includes('leader')) return '/lanh-dao'
  if (roles.some((role) => role === 'province-supervisor' || role === 'overseer')) return '/giam-sat'
  if (roles.includes('partner-officer')) return '/can-bo/lien-thong'
  return roles.length === 1 && roles[0] === 'administrator' ? '/quan-tri' : '/can-bo'
}

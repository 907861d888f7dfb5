import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import { birthRegistration } from '@/lib/procedures/forms/birth-registration'
import { certifiedCopy } from '@/lib/procedures/forms/certified-copy'
import { civilStatusCopy } from '@/lib/procedures/forms/civil-status-copy'
import { deathRegistration } from '@/lib/procedures/forms/death-registration'
import { general } from '@/lib/procedures/forms/general'
import { householdBusiness } from '@/lib/procedures/forms/household-business'
import { maritalStatus } from '@/lib/procedures/forms/marital-status'
import { marriageRegistration } from '@/lib/procedures/forms/marriage-registration'
import { socialPension } from '@/lib/procedures/forms/social-pension'

/** Every form there is or was: a form that dossiers were filed on is never taken out. */
export const applicationForms: readonly ApplicationForm[] = [
  birthRegistration,
  marriageRegistration,
  deathRegistration,
  maritalStatus,
  civilStatusCopy,
  certifiedCopy,
  socialPension,
  householdBusiness,
  general,
]

/** The form of a procedure today: its own, the newest version, else the general one. */
export const formOf = (procedureCode: string): ApplicationForm =>
  applicationForms.filter(({ procedures }) => procedures.includes(procedureCode)).toSorted((a, b) => b.version - a.version)[0] ?? general

/** The form that a draft or a dossier was filled in on. Throws where nobody knows it: the row makes no sense. */
export function formById(id: string): ApplicationForm {
  const form = applicationForms.find((one) => one.id === id)
  if (form === undefined) throw new Error(`No application form ${id}`)
  return form
}

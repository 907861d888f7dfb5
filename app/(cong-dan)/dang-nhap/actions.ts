'use server'

import { deliverAccountMessage } from '@/lib/notifications/use-cases/deliver-account-message'
import { askAgain, askForCode, typeCode } from '@/lib/identity/use-cases/sign-in-citizen'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

export const askForCodeAction = async (form: FormData): Promise<void> => askForCode({ contact: text(form, 'contact'), tiep: text(form, 'tiep') }, deliverAccountMessage)
export const askAgainAction = async (): Promise<void> => askAgain(deliverAccountMessage)
export const typeCodeAction = async (form: FormData): Promise<void> => typeCode({ code: text(form, 'code') })

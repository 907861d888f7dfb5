import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passesOriginGate } from '@/lib/platform/origin'
import { clientAddress } from '../client-address'
import { readCookie, setCookie } from '../cookies'
import type { Deliver } from '../domain/delivery'
import { returnPath } from '../domain/return-path'
import { citizenSessionLimits } from '../domain/session-limits'
import { OneTimeCodeInput } from '../inputs'
import { signInCommune } from '../queries/sign-in-commune'
import { dropCitizenSignIn, keepCitizenSignIn, readCitizenSignIn } from '../sign-in-state'
import { requestCode } from './request-code'
import { signOutCitizen, verifyCode } from './verify-code'

const FIRST_STEP = '/dang-nhap'
const SECOND_STEP = '/dang-nhap/ma'
const mending = (step: string, tiep: string): string => `${step}?${new URLSearchParams({ loi: '1', ...(tiep === '' ? {} : { tiep }) })}`

/**
 * Sends a code to what was typed and goes on to the page that asks for it; or back, with the reason kept beside what
 * was typed. Each step answers with a redirect, so that a reload sends nothing twice and no JavaScript is needed.
 */
export async function askForCode(typed: { contact: string; tiep: string }, deliver: Deliver): Promise<never> {
  const sent = await headers()
  const tiep = returnPath(typed.tiep, '')
  const commune = await signInCommune(tiep)
  if (!passesOriginGate(sent) || commune === null) redirect(FIRST_STEP)
  const before = await readCitizenSignIn()
  const asked = await requestCode({ contact: typed.contact, communeId: commune.id, address: clientAddress(sent), replaces: before?.request?.id }, deliver)
  const kept = { typed: typed.contact.slice(0, 300), tiep }
  if (asked.ok) {
    const { requestId, contact, sentAt } = asked.value
    await keepCitizenSignIn({ ...kept, request: { id: requestId, contact, sentAt: sentAt.getTime() } })
    redirect(SECOND_STEP)
  }
  const { problem } = asked
  const underWay = problem.code === 'code-just-sent' && before?.request?.contact.address === problem.contact.address
  await keepCitizenSignIn({ ...kept, problem: { ...problem }, ...(before?.request === undefined ? {} : { request: before.request }) })
  redirect(underWay ? mending(SECOND_STEP, '') : mending(FIRST_STEP, tiep))
}

/** Sends another code to the same contact. */
export async function askAgain(deliver: Deliver): Promise<never> {
  const state = await readCitizenSignIn()
  if (state?.request === undefined) redirect(FIRST_STEP)
  return askForCode({ contact: state.request.contact.address, tiep: state.tiep }, deliver)
}

/** Takes the code that was typed; signs in and goes to where the citizen was heading. */
export async function typeCode(typed: { code: string }): Promise<never> {
  const sent = await headers()
  const state = await readCitizenSignIn()
  if (!passesOriginGate(sent) || state?.request === undefined) redirect(FIRST_STEP)
  const { request } = state
  const read = OneTimeCodeInput.safeParse(typed)
  const verified = read.success
    ? await verifyCode({ requestId: request.id, contact: request.contact, code: read.data.code, address: clientAddress(sent) })
    : ({ ok: false, problem: { code: 'field', sentence: read.error.issues[0]?.message ?? '' } } as const)
  if (!verified.ok) {
    await keepCitizenSignIn({ ...state, problem: { ...verified.problem } })
    redirect(mending(SECOND_STEP, ''))
  }
  const before = await readCookie('mc-citizen')
  if (before !== undefined) await signOutCitizen(before)
  await setCookie('mc-citizen', verified.value.token, citizenSessionLimits.absolute * 60)
  await dropCitizenSignIn()
  redirect(returnPath(state.tiep, '/'))
}

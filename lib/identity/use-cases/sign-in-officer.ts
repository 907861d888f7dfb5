import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Result } from '@/lib/kernel/result'
import { clientAddress } from '../client-address'
import { setCookie } from '../cookies'
import type { Visitor } from '../domain/actor'
import type { Deliver } from '../domain/delivery'
import { homeOf } from '../domain/home'
import { returnPath } from '../domain/return-path'
import { officerSessionLimits } from '../domain/session-limits'
import type { SignInInput, TotpInput } from '../inputs'
import { dropPending, keepPending, knownDevice, readPending, rememberDevice } from '../sign-in-state'
import { sealOfficerToken } from '../session-token'
import { provePassword, type TooManyAttempts } from './prove-password'
import { proveSecondFactor, type SecondFactorProblem } from './prove-second-factor'
import { tellOfNewDevice } from './tell-of-new-device'

const FIRST_STEP = '/can-bo/dang-nhap'
const SECOND_STEP = '/can-bo/dang-nhap/ma'

/** Where someone starts again whose first step is over. */
export const startAgain = (tiep: string): string => `${FIRST_STEP}?${new URLSearchParams({ loi: 'het-gio', tiep })}`

/** First step: the password. Goes on to the second with a token that is good for nothing else. */
export async function startSignIn(_visitor: Visitor, typed: SignInInput): Promise<Result<never, { code: 'wrong-credentials' } | TooManyAttempts>> {
  const from = { address: clientAddress(await headers()), device: await knownDevice(typed.username) }
  const proved = await provePassword(typed, from)
  if (!proved.ok) return proved
  await keepPending({ ...proved.value, username: typed.username, tiep: returnPath(typed.tiep, '') })
  redirect(SECOND_STEP)
}

/** Second step: the six figures. Opens the session and goes to where the officer was heading. */
export async function finishSignIn(typed: TotpInput, deliver: Deliver): Promise<Result<never, SecondFactorProblem>> {
  const pending = await readPending()
  if (pending === null) redirect(startAgain(''))
  const opened = await proveSecondFactor(pending, typed.code, (await headers()).get('user-agent'))
  if (!opened.ok && opened.problem.code === 'sign-in-over') redirect(startAgain(pending.tiep))
  if (!opened.ok) return opened
  await setOfficerCookie(opened.value.token)
  await dropPending()
  if ((await knownDevice(pending.username)) === null) await tellOfNewDevice(pending.accountId, opened.value.post, deliver)
  await rememberDevice(pending.username)
  redirect(returnPath(pending.tiep, homeOf(opened.value.post.roles)))
}

/** Puts a session token into next-auth's envelope and the envelope into its cookie. */
export const setOfficerCookie = async (token: string): Promise<void> =>
  setCookie('mc-officer', await sealOfficerToken(token), officerSessionLimits.officer.absolute * 60)

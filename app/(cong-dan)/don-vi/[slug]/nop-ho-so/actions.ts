'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { forgetTyped, keepTyped } from '@/app/(cong-dan)/_components/typed-answers'
import { prepareDossier } from '@/lib/dossiers/use-cases/prepare-dossier'
import { saveDraftPart } from '@/lib/dossiers/use-cases/save-draft-part'
import { startDraft } from '@/lib/dossiers/use-cases/start-draft'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { limits, takeAttempt } from '@/lib/identity/attempts'
import { currentCitizen, requireCitizen } from '@/lib/identity/queries/current-citizen'
import { fail, type Result } from '@/lib/kernel/result'
import { isUnavailable } from '@/lib/platform/faults'
import { log } from '@/lib/platform/log'
import { passesOriginGate } from '@/lib/platform/origin'
import { communeBySlug } from '@/lib/units/queries/communes'
import { answersFrom } from './_components/posted-answers'
import { screenOf } from './_components/filing-addresses'

const baseOf = (slug: string, draftId: string): string => `/don-vi/${slug}/nop-ho-so/${draftId}`

async function gate(slug: string) {
  if (!passesOriginGate(await headers())) redirect(`/don-vi/${slug}`)
  return (await communeBySlug(slug)) ?? redirect('/')
}

/** Begins a filing and goes to its first question. */
export async function startDraftAction(slug: string, procedureCode: string, variantKey: string): Promise<void> {
  const commune = await gate(slug)
  const start = `/don-vi/${slug}/nop-ho-so?thu-tuc=${encodeURIComponent(procedureCode)}&truong-hop=${encodeURIComponent(variantKey)}`
  const citizen = await requireCitizen(start)
  const started = await trying(() => startDraft(citizen, { communeId: commune.id, procedureCode, variantKey }))
  if (started === 'unavailable') redirect(`${start}&ban=1`)
  redirect(started.ok ? `${baseOf(slug, started.value.draftId)}/${started.value.firstPart}` : `/thu-tuc/${encodeURIComponent(procedureCode)}`)
}

/** Keeps one screen as typed, then goes on, or back to it where something needs mending. */
export async function savePartAction(slug: string, draftId: string, part: string, form: FormData): Promise<void> {
  const commune = await gate(slug)
  const base = baseOf(slug, draftId)
  const toCheck = form.get('tro-lai') === 'kiem-tra'
  const here = (query: Record<string, string>): string => `${base}/${part}${withQuery({ ...query, ...(toCheck ? { 'tro-lai': 'kiem-tra' } : {}) })}`
  const posted = answersFrom(form)
  const citizen = await currentCitizen()
  if (citizen === null) {
    await keepTyped(screenOf(draftId, part), posted)
    redirect(`/dang-nhap?tiep=${encodeURIComponent(here({}))}`)
  }
  const saved = await trying(() => saveDraftPart(citizen, { communeId: commune.id, draftId, part, posted }))
  if (saved === 'unavailable') {
    await keepTyped(screenOf(draftId, part), posted)
    redirect(here({ ban: '1' }))
  }
  await forgetTyped()
  revalidatePath(base, 'layout')
  if (!saved.ok) redirect(`${base}/xong`)
  if (saved.value.hasProblems) redirect(here({ 'xem-lai': namesAsked(form) }))
  redirect(toCheck ? `${base}/kiem-tra` : `${base}/${saved.value.nextPart ?? 'giay-to'}`)
}

/** Sends the dossier, or makes the hand-over code. The draft is the key: a second press gets the first answer. */
export async function submitAction(slug: string, draftId: string, form: FormData): Promise<void> {
  const commune = await gate(slug)
  const check = `${baseOf(slug, draftId)}/kiem-tra`
  const citizen = await requireCitizen(check)
  if (form.get('cam-doan') !== 'yes') redirect(`${check}?cam-doan=1`)
  const input = { communeId: commune.id, draftId }
  const sent = await trying<Result<unknown>>(async () => {
    if ((await takeAttempt(limits.filing, citizen.citizenId)) > 0) return fail({ code: 'too-many-attempts' })
    return commune.filingMode === 'full' ? submitDossier(citizen, input) : prepareDossier(citizen, input)
  })
  if (sent === 'unavailable') redirect(`${check}?ban=1`)
  redirect(sent.ok ? `${baseOf(slug, draftId)}/xong` : `${check}?loi=${sent.problem.code}`)
}

/** The database may be away for a moment: an answer to the citizen, not an accident. */
async function trying<T>(work: () => Promise<T>): Promise<T | 'unavailable'> {
  try {
    return await work()
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault
    log.warn({ error: fault }, 'filing answered: database unavailable')
    return 'unavailable'
  }
}

/** The questions that stood on the screen, so that only these can be found wanting. */
const namesAsked = (form: FormData): string => {
  const names = form.get('da-hoi')
  return typeof names === 'string' && /^[a-z0-9,-]{1,400}$/.test(names) ? names : '1'
}

const withQuery = (query: Record<string, string>): string => (Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`)

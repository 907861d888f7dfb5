import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { ErrorSummary, type FieldError } from '@/components/ui/error-summary'
import { BackLink, PageHeading, Steps } from '@/components/ui/page-heading'
import { draftOf, type DraftView } from '@/lib/dossiers/queries/draft-of'
import { requireCitizen } from '@/lib/identity/queries/current-citizen'
import { partsFor } from '@/lib/procedures/domain/application-form'
import type { Commune } from '@/lib/units/domain/commune'
import { communeBySlug } from '@/lib/units/queries/communes'

export type Filing = DraftView & { commune: Commune; base: string }

/** The draft behind a filing page, for its owner alone. Whoever is signed out signs in and comes back to this very page. */
export const filingOf = cache(async (slug: string, draftId: string, page: string): Promise<Filing> => {
  const commune = (await communeBySlug(slug)) ?? notFound()
  const base = `/don-vi/${slug}/nop-ho-so/${draftId}`
  const citizen = await requireCitizen(`${base}/${page}`)
  const view = (await draftOf(citizen, commune.id, draftId)) ?? redirect('/ho-so-cua-toi?khong-con=1')
  return { ...view, commune, base }
})

/** The same for the screens before sending; a dossier that went out already shows its receipt instead. */
export async function openFiling(slug: string, draftId: string, page: string): Promise<Filing> {
  const filing = await filingOf(slug, draftId, page)
  if (filing.draft.dossierId !== null) redirect(`${filing.base}/xong`)
  return filing
}

/** All screens in order: the questions, the papers, the check. For "Phần 2 trên 7". */
export const screensOf = ({ form, draft }: Pick<Filing, 'form' | 'draft'>): string[] => [...partsFor(form, draft.answers).map(({ slug }) => slug), 'giay-to', 'kiem-tra']

type ScreenProps = {
  filing: Filing
  /** Which of `screensOf`. */
  screen: string
  /** In the line of steps: the section of the form. */
  section: string
  title: string
  lead?: ReactNode
  backHref?: string
  /** What came of the last attempt, above everything. */
  notes?: ReactNode
  errors?: FieldError[]
  errorsTitle?: string
  children: ReactNode
}

/** One screen of a filing in its calm frame: the procedure above, the way out and back, where one is, what needs mending, the one heading. */
export function FilingScreen({ filing, screen, section, title, lead, backHref, notes, errors = [], errorsTitle, children }: ScreenProps) {
  const screens = screensOf(filing)
  const at = screens.indexOf(screen)
  const before = at > 0 ? `${filing.base}/${screens[at - 1]!}` : `/thu-tuc/${filing.version.procedureCode}`
  return (
    <CitizenPage commune={filing.commune} place={filing.version.content.plainName} exit={{ href: '/ho-so-cua-toi', label: 'Lưu, thoát' }}>
      <div className="column pb-16">
        <BackLink href={backHref ?? before} />
        <Steps part={at + 1} of={screens.length} title={section} />
        {notes}
        <ErrorSummary errors={errors} title={errorsTitle} />
        <div className="mt-6"><PageHeading title={title} lead={lead} /></div>
        {children}
      </div>
    </CitizenPage>
  )
}

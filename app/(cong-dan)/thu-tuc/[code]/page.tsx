import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { procedureInForce } from '@/lib/procedures/store'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { CitizenPage } from '../../_components/citizen-page'
import { BesideIt } from './_components/beside-it'
import { ProcedureAnswer } from './_components/procedure-answer'
import { ProcedureStory } from './_components/procedure-story'

/** A code as it stands in the address; what cannot be read is no code. */
function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return ''
  }
}

const load = async (code: string) => {
  const commune = await chosenCommune()
  return { commune, version: (await procedureInForce(decoded(code), localDateOf(now()), commune?.id ?? null)) ?? notFound() }
}

export async function generateMetadata({ params }: PageProps<'/thu-tuc/[code]'>): Promise<Metadata> {
  return { title: (await load((await params).code)).version.content.plainName }
}

/** Answer first: how long, how much, what to bring; then the button; then the rest of the story. */
export default async function ProcedurePage({ params, searchParams }: PageProps<'/thu-tuc/[code]'>) {
  const { commune, version } = await load((await params).code)
  const key = (await searchParams)['truong-hop']
  const variant = version.variants.find((each) => each.key === key) ?? version.variants[0]!
  return (
    <CitizenPage commune={commune}>
      <div className="columns-side">
        <div>
          <ProcedureAnswer commune={commune} version={version} variant={variant} />
          <ProcedureStory version={version} variant={variant} />
        </div>
        <aside className="aside md:mt-16"><BesideIt code={version.procedureCode} commune={commune} /></aside>
      </div>
    </CitizenPage>
  )
}

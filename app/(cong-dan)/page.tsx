import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { activeCommunes } from '@/lib/units/queries/communes'
import { CitizenPage } from './_components/citizen-page'
import { CommuneChooser } from './_components/commune-chooser'
import { CommuneHome } from './_components/commune-home'

/** With one commune its home; with several, a visitor picks one once. */
export default async function HomePage() {
  const commune = await chosenCommune()
  return <CitizenPage commune={commune}>{commune === null ? <CommuneChooser communes={await activeCommunes()} /> : <CommuneHome commune={commune} />}</CitizenPage>
}

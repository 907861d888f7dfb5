import { firstBrokenLink } from '@/lib/audit/domain/chain'
import { chainHead, chainLinks } from '@/lib/audit/queries/chain-links'
import { readSeals } from '@/lib/audit/seals'
import { sealHead } from '@/lib/audit/use-cases/seal-head'
import { brokenLinkSentence } from '@/lib/audit/wording'
import { brokenFiles, namedFiles } from '@/lib/documents/queries/file-check'
import { numberGaps } from '@/lib/dossiers/queries/number-check'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import type { System } from '@/lib/identity/domain/actor'
import { inCommune, reference, type Tx } from '@/lib/platform/db'

const doctor: System = { kind: 'system', name: 'doctor' }
type Options = { seal: boolean; quick: boolean; print: (line: string) => void }
type Finding = { looked: string; ills: string[] }

/** Examines every commune; prints one line for each, and one more for each thing that is wrong. True: nothing is. */
export async function examine({ seal, quick, print }: Options): Promise<boolean> {
  const communes = await reference().commune.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
  let wrong = 0
  for (const { id, name } of communes) {
    const seals = await readSeals(id)
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inCommune(doctor, id, work)
    const findings = [await inside((tx) => chainOf(tx, seals)), await inside(storiesOf), await inside(numbersOf), await filesOf(id, await inside(namedFiles), !quick)]
    const ills = findings.flatMap((finding) => finding.ills)
    wrong += ills.length
    print(`${ills.length === 0 ? 'ok   ' : 'WRONG'} ${name}: ${findings.map(({ looked }) => looked).join(', ')}`)
    for (const ill of ills) print(`      - ${ill}`)
    // A head that stands on a broken chain is not worth writing down.
    if (seal && ills.length === 0 && (await sealHead(doctor, id))) print('      sealed')
  }
  print(wrong === 0 ? `${communes.length} communes, nothing wrong.` : `${wrong} things wrong. Keep the database and the folder of seals as they are, and look at the first broken link first.`)
  return wrong === 0
}

async function chainOf(tx: Tx, seals: Awaited<ReturnType<typeof readSeals>>): Promise<Finding> {
  const links = await chainLinks(tx)
  const broken = firstBrokenLink(links, await chainHead(tx), seals)
  return { looked: `${links.length} links, ${seals.length} seals`, ills: broken === null ? [] : [`chain: ${brokenLinkSentence(broken)}`] }
}

async function storiesOf(tx: Tx): Promise<Finding> {
  const { checked, found } = await disagreements(tx)
  return { looked: `${checked} dossiers`, ills: found.map(({ code, columns }) => `dossier ${code}: row and events differ in ${columns.join(', ')}`) }
}

async function numbersOf(tx: Tx): Promise<Finding> {
  const gaps = await numberGaps(tx)
  return { looked: 'numbers', ills: gaps.map(({ series, period, counted, highest, counter }) => `numbers: ${series} of ${period} has ${counted} numbers up to ${highest}, its counter says ${counter}`) }
}

async function filesOf(communeId: string, files: Awaited<ReturnType<typeof namedFiles>>, thorough: boolean): Promise<Finding> {
  const why = { missing: 'is missing', size: 'has another length', content: 'has another content' }
  const found = await brokenFiles(communeId, files, thorough)
  return { looked: `${files.length} files`, ills: found.map(({ row, id, why: how }) => `file of ${row} ${id} ${why[how]}`) }
}

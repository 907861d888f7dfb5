import { firstBrokenLink } from '@/lib/audit/domain/chain'
import { chainHead, chainLinks } from '@/lib/audit/queries/chain-links'
import { firstForgedLine, missingDays, type SealLine, sealLineText } from '@/lib/audit/domain/seal-book'
import { readSeals, signSeal } from '@/lib/audit/seals'
import { sealHead } from '@/lib/audit/use-cases/seal-head'
import { brokenLinkSentence } from '@/lib/audit/wording'
import { brokenFiles, namedFiles } from '@/lib/documents/queries/file-check'
import { numberGaps } from '@/lib/dossiers/queries/number-check'
import { disagreements } from '@/lib/dossiers/queries/story-check'
import type { System } from '@/lib/identity/domain/actor'
import { shortDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { inCommune, reference, type Tx } from '@/lib/platform/db'
import { stuckRows } from '@/lib/audit/queries/stuck-rows'

const doctor: System = { kind: 'system', name: 'doctor' }
type Options = { seal: boolean; quick: boolean; print: (line: string) => void }
type Finding = { looked: string; ills: string[]; /** Worth knowing, and nothing is wrong. */ notes?: string[] }

/** Examines every commune; prints one line for each, and one more for each thing that is wrong. True: nothing is. */
export async function examine({ seal, quick, print }: Options): Promise<boolean> {
  const communes = await reference().commune.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })
  let wrong = 0
  for (const { id, name } of communes) {
    const seals = await sealsOf(id)
    const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inCommune(doctor, id, work)
    const findings = [seals.finding, await inside((tx) => chainOf(tx, seals.trusted)), await inside(storiesOf), await inside(numbersOf), await inside(outboxOf), await filesOf(id, await inside(namedFiles), !quick)]
    const ills = findings.flatMap((finding) => finding.ills)
    wrong += ills.length
    print(`${ills.length === 0 ? 'ok   ' : 'WRONG'} ${name}: ${findings.map(({ looked }) => looked).join(', ')}`)
    for (const ill of ills) print(`      - ${ill}`)
    for (const note of findings.flatMap(({ notes }) => notes ?? [])) print(`      ${note}`)
    // A head that stands on a broken chain is not worth writing down.
    if (seal && ills.length === 0 && (await sealHead(doctor, id, 'now'))) print('      sealed')
  }
  print(wrong === 0 ? `${communes.length} communes, nothing wrong.` : `${wrong} things wrong. Keep the database and the folder of seals as they are, and look at the first broken link first.`)
  return wrong === 0
}

/** Every commune's book of seals, to be printed and kept in a drawer. */
export async function printSeals(print: Options['print']): Promise<true> {
  for (const { id, name } of await reference().commune.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } })) {
    const lines = await readSeals(id)
    if (lines.length > 0) print(`${name} (${id}): line, day, last link, its hash, written at, signature`)
    for (const line of lines) print(sealLineText(line))
  }
  return true
}

/** Lines up to the first that is not ours are trusted. Days on which nobody wrote one are told, and no illness. */
async function sealsOf(communeId: string): Promise<{ trusted: SealLine[]; finding: Finding }> {
  const lines = await readSeals(communeId)
  const forged = firstForgedLine(communeId, lines, signSeal)
  const trusted = forged === null ? lines : lines.slice(0, forged - 1)
  const missing = missingDays(trusted, localDateOf(now()))
  return {
    trusted,
    finding: {
      looked: `${trusted.length} seals`,
      ills: forged === null ? [] : [`seals: line ${forged} was not signed by this installation, or a line before it was taken out`],
      notes: missing.length === 0 ? [] : [`no seal on ${missing.length} days: ${missing.slice(0, 10).map(shortDay).join(', ')}${missing.length > 10 ? ' …' : ''}`],
    },
  }
}

async function chainOf(tx: Tx, seals: readonly SealLine[]): Promise<Finding> {
  const links = await chainLinks(tx)
  const broken = firstBrokenLink(links, await chainHead(tx), seals)
  return { looked: `${links.length} links`, ills: broken === null ? [] : [`chain: ${brokenLinkSentence(broken)}`] }
}

async function storiesOf(tx: Tx): Promise<Finding> {
  const { checked, found } = await disagreements(tx)
  return { looked: `${checked} dossiers`, ills: found.map(({ code, columns }) => `dossier ${code}: row and events differ in ${columns.join(', ')}`) }
}

async function numbersOf(tx: Tx): Promise<Finding> {
  const gaps = await numberGaps(tx)
  return { looked: 'numbers', ills: gaps.map(({ series, period, counted, highest, counter }) => `numbers: ${series} of ${period} has ${counted} numbers up to ${highest}, its counter says ${counter}`) }
}

/** Longer than the worker tries in vain before someone should look. */
const STUCK = { hours: 1, attempts: 5 }

async function outboxOf(tx: Tx): Promise<Finding> {
  const { waiting, stuck } = await stuckRows(tx, STUCK)
  return { looked: `${waiting} in the outbox`, ills: stuck.map(({ kind, key, attempts, since }) => `outbox: ${kind} ${key} waits since ${since.toISOString()} after ${attempts} attempts`) }
}

async function filesOf(communeId: string, files: Awaited<ReturnType<typeof namedFiles>>, thorough: boolean): Promise<Finding> {
  const why = { missing: 'is missing', size: 'has another length', content: 'has another content' }
  const found = await brokenFiles(communeId, files, thorough)
  return { looked: `${files.length} files`, ills: found.map(({ row, id, why: how }) => `file of ${row} ${id} ${why[how]}`) }
}

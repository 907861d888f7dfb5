import 'server-only'
import { calendarOf } from '@/lib/calendar/store'
import { officeOf } from '@/lib/dossiers/store/office'
import { caseOf } from '@/lib/dossiers/store/procedure-facts'
import { must } from '@/lib/kernel/result'
import { instantAt } from '@/lib/kernel/local-date'
import { inCommune } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { forgetCatalogue } from '@/lib/procedures/store'
import { communeBySlug } from '@/lib/units/queries/communes'
import { begunStories, readMark, runStories, writeMark } from '../run-stories'
import { staffOf } from '../staff'
import { loadProceduresOf2012 } from './load-procedures'
import { article, period, planMyAn } from './plan'
import { proceduresOf2012 } from './procedures'
import { keyOf, storyOf, writeSent, type Setting } from './stories'

const NAME = 'my-an'
/** Steps in one transaction: about fifty dossiers. */
const BATCH = 250

/**
 * Mỹ An, the first half of 2012: 6.047 received, 6.035 settled, 12 not yet due, none late. Loading again changes nothing;
 * a load that was cut short goes on. Answers how many steps were told now.
 */
export async function loadMyAn(progress: (line: string) => void, size: { received: number; early: number; pending: number } = article): Promise<number> {
  if (env.mode !== 'demo' || env.ownerDatabaseUrl === null) throw new Error('Scenarios are for demonstrations alone')
  const commune = await communeBySlug(NAME)
  if (commune === null) throw new Error('The demonstration communes are not loaded: run npm start once')
  const mark = await readMark(commune.id, NAME)
  if (mark?.done) {
    progress('Mỹ An đã được nạp từ trước, không có gì để làm.')
    return 0
  }
  await loadProceduresOf2012(env.ownerDatabaseUrl, commune.id)
  forgetCatalogue()
  const beginning = instantAt(period.from, '00:00')
  await writeMark(commune.id, NAME, beginning, false)
  const setting = await settingOf(commune.id)
  const planned = planMyAn(setting.calendar.calendar, size)
  const begun = await begunStories(commune.id, planned.map(({ n }) => keyOf(n)))
  const told = await runStories({ communeId: commune.id, stories: planned.map((one) => storyOf(one, setting)), begun: new Map([...begun].map(([key, told]) => [key, { ...told, dossier: null }])), batch: BATCH, afterBatch: (tx) => writeSent(tx, setting), progress: sayEveryTenth(progress) })
  await writeMark(commune.id, NAME, beginning, true)
  return told
}

async function settingOf(communeId: string): Promise<Setting> {
  const [calendar, staff] = await Promise.all([calendarOf(communeId), staffOf(communeId)])
  const office = await inCommune({ kind: 'system', name: 'scenario' }, communeId, officeOf)
  const cases = await Promise.all(proceduresOf2012.map(async ({ code }) => [code, must(await caseOf(communeId, code, null, instantAt(period.from, '12:00')))] as const))
  return { communeId, calendar, staff, office, caseOf: new Map(cases), sent: [] }
}

function sayEveryTenth(progress: (line: string) => void): (done: number, of: number) => void {
  const begun = performance.now()
  let said = 0
  return (done, of) => {
    const tenth = Math.floor((done * 10) / of)
    if (tenth === said) return
    said = tenth
    progress(`${tenth * 10} %, ${done} trên ${of} bước, ${Math.round((performance.now() - begun) / 1000)} giây`)
  }
}

import 'server-only'
import { rateDossier } from '@/lib/feedback/use-cases/rate-dossier'
import { recordContact } from '@/lib/dossiers/use-cases/record-contact'
import { must } from '@/lib/kernel/result'
import { atTime, now } from '@/lib/platform/clock'
import { inCommune } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { communeBySlug } from '@/lib/units/queries/communes'
import { begunStories, readMark, runStories, writeMark } from '../run-stories'
import { NotYetInForce } from './beginnings'
import { cast, type Role } from './cast'
import { minuteOn, settingOf, workingDay, type Setting } from './setting'
import { tell, type TellableStory } from './tell'

const [NAME, COMMUNE] = ['present-day', 'bach-quang']
/** Steps in one transaction. */
const BATCH = 60

/**
 * About 120 dossiers of one commune in every stage, relative to today, so that a demonstration opens on a day at work.
 * Told once: the mark keeps the day it was told from, and a load that was cut short goes on from the same day.
 */
export async function loadPresentDay(progress: (line: string) => void): Promise<void> {
  if (env.mode !== 'demo') return
  const commune = await communeBySlug(COMMUNE)
  if (commune === null) throw new Error('The demonstration communes are not loaded')
  const mark = await readMark(commune.id, NAME)
  if (mark?.done) return
  const anchor = mark?.anchor ?? now()
  await writeMark(commune.id, NAME, anchor, false)
  const setting = await settingOf(commune.id, anchor)
  const stories: TellableStory[] = []
  for (const [n, role] of cast.entries()) stories.push(...(await tellIfInForce(setting, role, n)))
  const keys = stories.map(({ key }) => key)
  await runStories({ communeId: commune.id, stories, begun: await begunStories(commune.id, keys), batch: BATCH, progress: () => undefined })
  await rate(setting, stories)
  await turnAway(setting)
  await writeMark(commune.id, NAME, anchor, true)
  progress(`${commune.name}: ${stories.length} hồ sơ của những ngày này`)
}

async function tellIfInForce(setting: Setting, role: Role, n: number): Promise<TellableStory[]> {
  try {
    return [await tell(setting, role, n)]
  } catch (fault) {
    if (fault instanceof NotYetInForce) return []
    throw fault
  }
}

const words = ['Cán bộ hướng dẫn rõ, đi một lần là xong.', null, 'Nhanh hơn giấy hẹn.', null, null, 'Chỗ ngồi chờ hơi chật.', null]

/** Every other one who has the result says how it was. */
async function rate({ communeId, anchor }: Setting, stories: readonly TellableStory[]): Promise<void> {
  const begun = await begunStories(communeId, stories.map(({ key }) => key))
  const rated = stories.filter(({ ratedAt }) => ratedAt !== null && ratedAt < anchor)
  for (const [n, { key, ratedAt }] of rated.entries()) {
    await atTime(ratedAt!, () => rateDossier('holder-of-secret', { communeId, dossierId: begun.get(key)!.id }, { score: [5, 5, 4, 5, 5, 3, 5, 4][n % 8]!, answers: {}, comment: words[n % words.length]! }))
  }
}

/** Two who came without what is needed: counted, with everything that is missing in writing. */
async function turnAway(setting: Setting): Promise<void> {
  if ((await inCommune({ kind: 'system', name: 'scenario' }, setting.communeId, (tx) => tx.contactRecord.count({ where: { communeId: tx.communeId } }))) > 0) return
  const missing = [{ documentKey: null, name: 'Giấy chứng sinh', sentence: 'chưa mang theo; bệnh viện hoặc trạm y tế nơi sinh cấp lại.' }]
  for (const days of [3, 15]) {
    const at = setting.time.at(minuteOn(setting, workingDay(setting, -days), 0.4))
    await atTime(at, async () => must(await recordContact(setting.staff.of('desk-officer'), { procedureCode: '1.001193', fullName: null, missing, reason: 'Chưa đủ giấy tờ để tiếp nhận.' })))
  }
}

import 'server-only'
import { limitFor } from '@/lib/procedures/domain/procedure'
import type { Story, StoryStep, Told } from '../run-stories'
import { atTheDesk, caseAt, online, onTheSpot, type Beginning } from './beginnings'
import type { Role } from './cast'
import { deedsOf, type Deeds } from './deeds'
import { persona } from './people'
import { dueOnOf, minuteOn, receivedToBeDue, workingDay, type Setting } from './setting'

/** A story with what is done beside it once it is told. */
export type TellableStory = Story<Told> & { ratedAt: Date | null }

/** Turns a role of the cast into steps at their times: nothing lies in the future, nobody works at night. */
export async function tell(setting: Setting, role: Role, n: number): Promise<TellableStory> {
  const plot = await plotOf(setting, role, n)
  const steps = [plot.beginning.step, ...plot.steps]
  return { key: plot.beginning.key, steps, ratedAt: role.kind === 'settled' && role.returned && n % 2 === 0 ? new Date(steps.at(-1)!.at.getTime() + 5_400_000) : null }
}

type Plot = { beginning: Beginning; steps: StoryStep<Told>[] }
/** Begun, and received at that minute. `first`: what came between. */
type Begun = { beginning: Beginning; deeds: Deeds; received: number; receivedAt: Date; first: StoryStep<Told>[] }

async function plotOf(setting: Setting, role: Role, n: number): Promise<Plot> {
  const { last, time, random } = setting
  const who = persona(n)
  const share = random.between(0.05, 0.6)
  const deedsFor = (beginning: Beginning, applicant: string): Deeds => {
    const { version } = beginning.under
    return deedsOf(setting, version.steps, { applicant, result: version.content.results[0] ?? version.content.plainName }, beginning.by ?? setting.staff.all('desk-officer')[n % 2]!)
  }
  const ofDesk = async (minute: number): Promise<Begun> => {
    const beginning = await atTheDesk(setting, n, role.procedure, who, minute)
    return { beginning, received: minute, receivedAt: beginning.step.at, deeds: deedsFor(beginning, who.fullName), first: [] }
  }
  const ofOnline = async (minute: number, citizen: number): Promise<Begun> => {
    const beginning = await online(setting, n, role.procedure, persona(citizen), citizen, minute)
    return { beginning, received: minute, receivedAt: beginning.step.at, deeds: deedsFor(beginning, persona(citizen).fullName), first: [] }
  }
  /** Received at that minute: at the desk, or filed online an hour or two before and accepted then. */
  const received = async (minute: number, citizen: number | undefined): Promise<Begun> => {
    if (citizen === undefined) return ofDesk(minute)
    const begun = await ofOnline(Math.max(0, minute - 70 - random.whole(120)), citizen)
    const accepted = begun.deeds.accept(minute)
    return { ...begun, received: minute, receivedAt: accepted.at, first: [accepted] }
  }
  switch (role.kind) {
    case 'settled': {
      const begun = await received(minuteOn(setting, workingDay(setting, -role.daysAgo - 3), share), role.citizen)
      const result = resultMinute(setting, role, begun)
      return { beginning: begun.beginning, steps: [...begun.first, ...settledSteps(setting, role, begun, result), ...(role.returned ? [begun.deeds.giveOut(Math.min(result + 60 + random.whole(500), last - 1))] : [])] }
    }
    case 'on-the-spot':
      return { beginning: await onTheSpot(setting, n, role, who, minuteOn(setting, workingDay(setting, -role.daysAgo), share)), steps: [] }
    case 'open': {
      const limit = limitFor((await caseAt(setting, role.procedure, setting.anchor)).variant, 'desk')!
      const begun = await received(receivedToBeDue(setting, limit, workingDay(setting, role.due), share), role.citizen)
      return { beginning: begun.beginning, steps: [...begun.first, ...openSteps(role, begun, last, workingDay(setting, role.apology?.days ?? 1))] }
    }
    case 'paused': {
      const asked = minuteOn(setting, workingDay(setting, -role.askedDaysAgo), share)
      const { beginning, deeds, received: at } = await ofDesk(Math.max(0, asked - 500 - random.whole(400)))
      return { beginning, steps: [deeds.take(between(at, asked, 0.4)), deeds.ask(role.missing, false)(asked)] }
    }
    case 'submitted': {
      const { beginning, deeds } = await ofOnline(last - role.minutesAgo, role.citizen)
      return { beginning, steps: role.missing === undefined ? [] : [deeds.ask(role.missing, true)(last - role.minutesAgo + 150)] }
    }
    case 'refused': {
      const minute = minuteOn(setting, workingDay(setting, -role.daysAgo), share)
      const { beginning, deeds } = await ofOnline(minute, role.citizen)
      return { beginning, steps: [deeds.refuse(role.reason, role.text)(minute + 170)] }
    }
    case 'withdrawn': {
      const { beginning, deeds, received: at } = await ofDesk(minuteOn(setting, workingDay(setting, -role.daysAgo), share))
      return { beginning, steps: [deeds.take(at + 90), deeds.withdraw(role.reason)(at + 700)] }
    }
    case 'discontinued': {
      const asked = minuteOn(setting, workingDay(setting, -role.askedDaysAgo), share)
      const { beginning, deeds, received: at } = await ofDesk(asked - 700)
      return { beginning, steps: [deeds.take(between(at, asked, 0.5)), deeds.ask(role.missing, false)(asked), deeds.discontinue(role.reason)(minuteOn(setting, workingDay(setting, -role.askedDaysAgo + 12), 0.5))] }
    }
    case 'voided': {
      const { beginning, deeds, received: at } = await ofDesk(Math.min(time.opening(workingDay(setting, -role.daysAgo)) + 60, last - 60))
      return { beginning, steps: [deeds.undo(role.reason)(at + 25)] }
    }
  }
}

const between = (from: number, to: number, share: number): number => Math.floor(from + (to - from) * Math.min(1, share))

const stepKeysOf = ({ beginning }: Begun): string[] => beginning.under.version.steps.map(({ key }) => key)

/** Through every step to the result, with a remark or an apology on the way. */
function settledSteps(setting: Setting, role: Extract<Role, { kind: 'settled' }>, begun: Begun, result: number): StoryStep<Told>[] {
  const { deeds, received } = begun
  const keys = stepKeysOf(begun)
  return [
    deeds.take(between(received, result, 0.1)),
    ...keys.map((key, at) => deeds.finish(key, key === 'appraise' ? role.remark : null)(between(received, result, (at + 1.5) / (keys.length + 0.5)))),
    ...(role.apology === undefined ? [] : [deeds.draftApology(role.apology, workingDay(setting, -role.daysAgo + 8))(between(received, result, 0.55)), deeds.apologise(between(received, result, 0.6))]),
  ]
}

/** When the result stood: so many working days before the due day, or after it, and not before there was time for it. */
function resultMinute(setting: Setting, { early }: { early: number }, { beginning, received, receivedAt }: Begun): number {
  const limit = limitFor(beginning.under.variant, 'desk')!
  const days = setting.time.workingDays
  const due = days.findLastIndex((day) => day <= dueOnOf(setting, receivedAt, limit))
  return Math.min(Math.max(received + 45, minuteOn(setting, days[due - early]!, setting.random.between(0.3, 0.95))), setting.last - 5)
}

/** Up to the step at hand; what was handed back begins again at the first. */
function openSteps(role: Extract<Role, { kind: 'open' }>, begun: Begun, last: number, promisedOn: ReturnType<typeof workingDay>): StoryStep<Told>[] {
  if (role.step < 0) return []
  const { deeds, received } = begun
  const done = stepKeysOf(begun).slice(0, role.step)
  const before = role.handedBack === undefined ? [] : [deeds.finish('settle'), deeds.handBack(role.handedBack)]
  const asked = role.supplied ? [deeds.ask(['Giấy tờ chứng minh chỗ ở', 'thiếu trang có chữ ký.'], false), deeds.supply] : []
  const sorry = role.apology === undefined ? [] : [deeds.draftApology(role.apology.reason, promisedOn), deeds.apologise]
  const all = [deeds.take, ...asked, ...before, ...done.map((key) => deeds.finish(key)), ...sorry]
  return all.map((one, at) => one(between(received, last - 10, (at + 1) / (all.length + 0.7))))
}

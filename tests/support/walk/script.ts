import { randomFrom, type Random } from '@/tests/lib/reports/random-stories'

/**
 * A walk as plain numbers, so that it can be told again and made smaller. What a number chooses depends on where the dossier stands: it
 * is taken modulo whatever is possible there.
 */
export type Turn = { gap: number; far: number; what: number; which: number; how: readonly number[] }
export type Slot = { commune: number; begins: number; turns: readonly Turn[] }
export type Script = { seed: number; slots: readonly Slot[] }

const WHOLE = 1 << 30
const HOWS = 6

/** The same seed always gives the same script. A slot lives one dossier after the other; now and then it changes the calendar. */
export function scriptFrom(seed: number, size: { slots: number; turns: number; communes: number; days: number }): Script {
  const random = randomFrom(seed)
  const slots = Array.from({ length: size.slots }, (_unused, index): Slot => ({
    commune: index % size.communes,
    begins: random.whole(size.days * 24 * 60),
    turns: Array.from({ length: size.turns }, () => turnFrom(random)),
  }))
  return { seed, slots }
}

export const turnFrom = (random: Random): Turn => ({
  gap: random.whole(WHOLE), far: random.whole(WHOLE), what: random.whole(100), which: random.whole(WHOLE), how: Array.from({ length: HOWS }, () => random.whole(WHOLE)),
})

/** A smaller script that fails as well: first without whole slots, then without turns. Stops when the time is over. */
export async function smallest(script: Script, fails: (smaller: Script) => Promise<boolean>, deadline: number): Promise<Script> {
  let least = script
  for (let part = Math.ceil(least.slots.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < least.slots.length && least.slots.length > 1; ) {
      if (Date.now() > deadline) return least
      const smaller = { ...least, slots: least.slots.filter((_slot, index) => index < from || index >= from + part) }
      if (smaller.slots.length > 0 && (await fails(smaller))) least = smaller
      else from += part
    }
  }
  for (let index = 0; index < least.slots.length; index += 1) {
    for (let from = least.slots[index]!.turns.length - 1; from >= 0; from -= 1) {
      if (Date.now() > deadline) return least
      const slots = least.slots.map((slot, at) => (at === index ? { ...slot, turns: slot.turns.filter((_turn, each) => each !== from) } : slot))
      if (await fails({ ...least, slots })) least = { ...least, slots }
    }
  }
  return least
}

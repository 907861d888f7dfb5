/** What somebody has in hand. @unit openMinutes: minutes inside sessions that the open steps may still take */
export type Load = { staffId: string; openMinutes: number; /** When something was last given to or taken by this person; null: never. */ lastGivenAt: Date | null }

/** A step that looks for an owner. @unit minutes: inside sessions, what the step may take */
export type Task = { id: string; minutes: number; /** Who may have it: of its unit and role, at work today. */ candidates: readonly string[] }

/** `loads`: of each candidate of a task, as they will be with everything given out. */
export type Shares = { given: readonly { taskId: string; staffId: string }[]; /** Tasks for which nobody is there. */ left: readonly string[]; loads: readonly Load[] }

/** The least in hand first; among equals who waited longest for something new, and the id where even that is equal: never chance. */
function byTurn(a: Load, b: Load): number {
  return a.openMinutes - b.openMinutes || (a.lastGivenAt?.getTime() ?? -Infinity) - (b.lastGivenAt?.getTime() ?? -Infinity) || (a.staffId < b.staffId ? -1 : a.staffId > b.staffId ? 1 : 0)
}

/** Whose turn it is among these people; null where there is nobody. */
export const fairest = (people: readonly Load[]): Load | null => people.toSorted(byTurn)[0] ?? null

/** Gives the tasks out one after the other in the order they come (the most urgent first), each to whom it is fair to give it by then. */
export function shareOut(tasks: readonly Task[], people: readonly Load[], at: Date): Shares {
  const loads = new Map(people.map((load) => [load.staffId, load]))
  const given: { taskId: string; staffId: string }[] = []
  const left: string[] = []
  for (const { id, minutes, candidates } of tasks) {
    const next = fairest(candidates.flatMap((staffId) => loads.get(staffId) ?? []))
    if (next === null) {
      left.push(id)
      continue
    }
    given.push({ taskId: id, staffId: next.staffId })
    loads.set(next.staffId, { ...next, openMinutes: next.openMinutes + minutes, lastGivenAt: at })
  }
  return { given, left, loads: [...loads.values()] }
}

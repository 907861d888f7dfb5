import { readFileSync } from 'node:fs'

/**
 * Calls back once when the npm that runs us was killed. npm passes a signal to its shell alone, and the shell to nobody:
 * without this, `kill` of "npm start" would leave everything running behind it.
 * @param {() => void} gone
 */
export function whenNpmEnds(gone) {
  if (process.env.npm_lifecycle_event === undefined) return
  const line = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === line) return
    clearInterval(watch)
    gone()
  }, 250)
  watch.unref()
}

/** Parent (npm's shell) and grandparent (npm). An orphan is given to another parent. */
const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`

/** Empty where the system does not tell. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return ''
  }
}

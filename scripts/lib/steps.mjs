import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { ROOT } from './root.mjs'
import { Stumble } from './stumble.mjs'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends the programs of the steps under way, for whoever has to stop in the middle of one. */
export const abandonSteps = () => running.forEach((child) => child.kill('SIGTERM'))

const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

/**
 * Does one step of the start and says how long it took. A step that takes a while says so meanwhile, so that nobody takes it for dead.
 * @template T
 * @param {string} title what is being done, in a few words
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => boolean} succeeded for work that tells of its failure in its result
 * @returns {Promise<T>}
 */
export async function step(title, work, succeeded = () => true) {
  const start = performance.now()
  const soon = setTimeout(() => console.log(`… ${title}`), 1500)
  const often = setInterval(() => console.log(`… ${title}, ${since(start)} so far`), 15_000)
  try {
    const result = await work()
    console.log(`${succeeded(result) ? '✓' : '✗'} ${title}  ${since(start)}`)
    return result
  } catch (fault) {
    console.log(`✗ ${title}  ${since(start)}`)
    throw fault
  } finally {
    clearTimeout(soon)
    clearInterval(often)
  }
}

/**
 * Runs a program and keeps its output to itself, unless it fails: then the end of it stands in the message.
 * @param {string} command
 * @param {string[]} args
 * @param {{ mend: string, env?: NodeJS.ProcessEnv, shell?: boolean, cwd?: string, tail?: number }} options
 * @returns {Promise<string>} what it printed
 */
export function runQuietly(command, args, { mend, env = process.env, shell = false, cwd = ROOT, tail = 40 }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-200_000))
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', (fault) => reject(new Stumble(`${command} could not be run: ${fault.message}`, mend)))
    child.once('close', (code, signal) => {
      running.delete(child)
      if (code === 0) return resolve(output)
      const said = output.trim().split('\n').slice(-tail).join('\n')
      reject(new Stumble(`${named(command, args)} ended with ${signal ?? `code ${code}`}:\n${said}`, mend))
    })
  })
}

/** "npm ci", "next", "load-seed.ts": what a reader would call it, without paths and flags. */
const named = (command, args) => {
  const file = args.find((arg) => !arg.startsWith('-')) ?? ''
  return command === process.execPath ? basename(file) : `${command} ${file}`
}

/** Prints why the program cannot go on: two sentences where the reader can mend it, the whole stack where the mistake is ours. */
export function reportFault(fault) {
  console.error(fault instanceof Error && fault.name === 'Stumble' ? `\n${fault.message}` : fault)
}

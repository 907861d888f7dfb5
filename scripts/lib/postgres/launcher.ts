import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { Stumble } from '../stumble.mjs'
import type { Binaries } from './binaries'

/** How the server is started: a command in front of the binary, the user it runs as, and who must own its data (null: whoever we are). */
export type Launcher = { prefix: string[]; user: Account | null; dataOwner: Account | null }
type Account = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Under root it runs as the owner of the data, or as "nobody"; where that account cannot reach
 * the binaries or the data (a home folder of mode 0700), with just enough right to pass through folders, or in a user namespace.
 * @param folder an existing folder that holds the data
 */
export function chooseLauncher(binaries: Binaries, folder: string): Launcher {
  if (process.getuid?.() !== 0) return ownLauncher(folder)
  const account = ownerUnlessRoot(folder) ?? nobody()
  const candidates: Launcher[] = [
    { prefix: [], user: account, dataOwner: account },
    { prefix: withCapability('dac_read_search', account), user: null, dataOwner: account },
    { prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'], user: null, dataOwner: { uid: 0, gid: 0 } },
    { prefix: withCapability('dac_override', account), user: null, dataOwner: account },
  ]
  const working = candidates.find((candidate) => reaches(candidate, binaries, folder))
  if (working !== undefined) return working
  throw new Stumble(
    `PostgreSQL does not run as root, and the account it would use cannot reach ${folder}.`,
    'Start as an ordinary user, or move the program out of a folder that only root may enter (chmod o+x on its parents does too).',
  )
}

function ownLauncher(folder: string): Launcher {
  const { uid } = statSync(folder)
  if (process.getuid !== undefined && uid !== process.getuid()) {
    throw new Stumble(
      `The database in ${folder} belongs to another user (uid ${uid}).`,
      'Start as the user who started it first (perhaps root, with sudo), or choose another DATA_DIR.',
    )
  }
  return { prefix: [], user: null, dataOwner: null }
}

/**
 * The account with one capability of root, which survives the start of the program as "ambient" and is the only one that does.
 * Without the secure bit, access(2), by which initdb looks for the server beside itself, would leave the capability out of account.
 */
const withCapability = (capability: string, { uid, gid }: Account): string[] => [
  'setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`, '--securebits=+no_setuid_fixup',
]

/** Tries it: the candidate must pass through to the data, and initdb must find the server beside itself and load its libraries. */
function reaches({ prefix, user }: Launcher, { initdb }: Binaries, folder: string): boolean {
  const [command = '', ...args] = [...prefix, '/bin/sh', '-c', 'cd "$1/.." && "$2" --show -D probe', 'probe', folder, initdb]
  return spawnSync(command, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0
}

function ownerUnlessRoot(folder: string): Account | null {
  const { uid, gid } = statSync(folder)
  return uid === 0 ? null : { uid, gid }
}

function nobody(): Account {
  const entry = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m)
  return { uid: Number(entry?.[1] ?? 65534), gid: Number(entry?.[2] ?? 65534) }
}

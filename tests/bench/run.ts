// npm run bench: each measure is a ratio inside one run, CPU milliseconds of the server per request, interleaved, median.
import { openOfficerSession } from '@/lib/identity/store/officer-session-store'
import { sealOfficerToken } from '@/lib/identity/session-token'
import { inIdentity } from '@/lib/platform/db'
import { receiveWalkIns } from './walk-ins'
import { aCitizen, communeId, finishedDrafts } from '../support/filing'
import { benchDueDates } from './due-dates'
import { type Installation, installation } from './installation'
import { measure, type Measured, type Workload } from './measure'
import { scriptWeight } from './page-weight'

const bench = await installation()
try {
  const commune = await communeId(bench.owner)
  const cookie = await officerCookie(bench, commune)
  await receiveWalkIns(bench.owner, commune, 20)
  await report(await measure(await workloads(bench, cookie)))
  await weights(bench, cookie)
  process.stdout.write(`${await benchDueDates()}\n`)
} finally {
  await bench.stop()
}
process.exit(0)

async function workloads({ owner, product, peer }: Installation, cookie: string): Promise<Workload[]> {
  // Filed elsewhere: the queue that is measured keeps its twenty rows.
  const commune = await communeId(owner, 'tu-ky')
  const citizen = await aCitizen(owner)
  const drafts = await finishedDrafts(citizen, commune, 2_000)
  let made = 0
  return [
    { name: 'peer list', pid: peer.pid, url: `${peer.url}/api/list`, perRound: 1_000 },
    { name: 'list', pid: product.pid, url: `${product.url}/api/v1/procedures?page=2`, perRound: 1_000 },
    { name: 'peer create', pid: peer.pid, url: `${peer.url}/api/create`, method: 'POST', bodies: () => JSON.stringify({ code: `B-${(made += 1)}`, name: 'Xác nhận' }), perRound: 500 },
    { name: 'submit', pid: peer.pid, url: `${peer.url}/api/submit`, method: 'POST', bodies: () => JSON.stringify({ communeId: commune, citizenId: citizen.citizenId, draftId: drafts.pop() }), perRound: 500 },
    { name: 'peer empty page', pid: peer.pid, url: `${peer.url}/trong`, perRound: 400 },
    { name: 'officer queue', pid: product.pid, url: `${product.url}/can-bo`, headers: { cookie }, perRound: 400 },
  ]
}

async function report(measured: Map<string, Measured>): Promise<void> {
  for (const { name, median, rounds } of measured.values()) console.log(`${name.padEnd(18)} ${median.toFixed(2)} ms  [${rounds.map((value) => value.toFixed(2)).join(' ')}]`)
  const ratio = (ours: string, theirs: string): string => (measured.get(ours)!.median / measured.get(theirs)!.median).toFixed(2)
  console.log(`list API / bare list        ${ratio('list', 'peer list')}  (aim ≤ 1.7)`)
  console.log(`submit / bare create        ${ratio('submit', 'peer create')}  (aim ≤ 2.0)`)
  console.log(`officer queue / empty page  ${ratio('officer queue', 'peer empty page')}  (aim ≤ 1.6)`)
}

async function weights({ product, peer }: Installation, cookie: string): Promise<void> {
  const empty = await scriptWeight(`${peer.url}/trong`)
  console.log(`scripts of an empty page    ${empty} B gzip`)
  for (const path of ['/', '/thu-tuc', '/thu-tuc/1.001193', '/tra-cuu', '/don-vi/bach-quang', '/don-vi/bach-quang/thong-ke', '/dang-nhap']) {
    const size = await scriptWeight(`${product.url}${path}`, { cookie: 'mc_xa=bach-quang' })
    console.log(`${path.padEnd(28)}${size} B  ${(size / empty).toFixed(2)}  (aim ≤ 1.15)`)
  }
  for (const path of ['/can-bo', '/can-bo/quay', '/can-bo/chung-thuc']) {
    console.log(`${path.padEnd(28)}${await scriptWeight(`${product.url}${path}`, { cookie })} B  (aim ≤ 260,000)`)
  }
}

/** A desk officer's session, opened as a sign-in would. */
async function officerCookie({ owner }: Installation, commune: string): Promise<string> {
  const { rows } = await owner.query(
    `select a.id as account, a.version, m.id as staff, m.roles, m.title, c.name from staff_member m join account a on a.id = m.account_id join commune c on c.id = m.commune_id where m.commune_id = $1 and a.username = 'bach-quang.quay1'`, [commune])
  const row = rows[0] as { account: string; version: number; staff: string; roles: []; title: string; name: string }
  const at = new Date()
  const post = { communeId: commune, staffId: row.staff, communeName: row.name, title: row.title, roles: row.roles }
  const token = await inIdentity((tx) => openOfficerSession(tx, { accountId: row.account, accountVersion: row.version, post, secondFactorAt: at, userAgent: null }, at))
  return `mc-officer=${await sealOfficerToken(token)}`
}

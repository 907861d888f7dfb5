import { disconnect } from '@/lib/platform/db'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { visitor } from '@/lib/identity/domain/actor'
import { loadMyAn } from '@/prisma/seed/scenarios/my-an/load'
import { period } from '@/prisma/seed/scenarios/my-an/plan'
import { loadPresentDay } from '@/prisma/seed/scenarios/present-day/load'

const say = (line: string): void => console.log(`  ${line}`)

/** npm run demo -- <scenario>: loads one into this installation, beside a running server or alone. */
const scenarios: Readonly<Record<string, { what: string; load: () => Promise<void> }>> = {
  'my-an': {
    what: 'xã Mỹ An, 6 tháng đầu năm 2012: 6.047 hồ sơ',
    load: async () => {
      await loadMyAn(say)
      const report = await settlementReport(visitor, { commune: 'my-an', ...period })
      say(`nhận ${report?.total.received.total}, đã giải quyết ${report?.total.settled.total}, đang giải quyết ${report?.total.pending.total}, quá hạn ${report?.total.pending.overdue}`)
      say(`xem /don-vi/my-an/thong-ke?tu=2012-01-01&den=2012-06-30`)
    },
  },
  'present-day': { what: 'phường Bách Quang, những ngày này: khoảng 120 hồ sơ ở mọi bước', load: () => loadPresentDay(say) },
}

const name = process.argv[2] ?? ''
const scenario = scenarios[name]
if (scenario === undefined) {
  console.log(`${name === '' ? 'Which scenario?' : `There is no scenario "${name}".`} npm run demo -- <name>, where the name is one of:`)
  for (const [known, { what }] of Object.entries(scenarios)) say(`${known.padEnd(14)}${what}`)
  process.exitCode = 1
} else {
  await scenario.load()
  await disconnect()
}

import { disconnect } from '@/lib/platform/db'
import { examine } from './lib/examine'

/** npm run doctor: looks whether everything that was promised still stands. `--seal` writes today's heads down, `--quick` leaves file contents unread. */
const healthy = await examine({ seal: process.argv.includes('--seal'), quick: process.argv.includes('--quick'), print: (line) => console.log(line) })
await disconnect()
process.exitCode = healthy ? 0 : 1

import { disconnect, reference } from '@/lib/platform/db'
import { runRetention } from './lib/run-retention'

/**
 * npm run retention: shows what is past its time and erases nothing. `-- --apply` erases under rules whose source was checked,
 * `--unverified` under the others too. `-- --rule <commune> <field|*> <years> "<source>"` enters a rule,
 * `-- --hold <commune> <code> "<reason>"` and `-- --release <commune> <code>` keep and free one dossier.
 */
const communes = await reference().commune.findMany({ select: { id: true, slug: true, name: true }, orderBy: { name: 'asc' } })
process.exitCode = (await runRetention(process.argv.slice(2), communes, (line) => console.log(line))) ? 0 : 1
await disconnect()

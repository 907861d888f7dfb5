// A process of its own that sends the drafts named on its input, twenty at a time, and prints each answer before the next.
// Whoever started it may kill it, or the database, at any moment.
import { createInterface } from 'node:readline'
import { submitDossier } from '@/lib/dossiers/use-cases/submit-dossier'
import { isUnavailable } from '@/lib/platform/faults'

const [communeId = '', citizenId = ''] = process.argv.slice(2)
const drafts: string[] = []
for await (const line of createInterface({ input: process.stdin })) drafts.push(line)

async function send(draftId: string): Promise<void> {
  for (;;) {
    try {
      const answer = await submitDossier({ kind: 'citizen', citizenId }, { communeId, draftId })
      process.stdout.write(`${draftId} ${answer.ok ? answer.value.code : `refused:${answer.problem.code}`}\n`)
      return
    } catch (fault) {
      // A client that got no answer tries again with the same draft; anything else is a fault of ours and ends the process.
      if (!isUnavailable(fault)) throw fault
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

await Promise.all(Array.from({ length: 20 }, async () => {
  for (let draft = drafts.shift(); draft !== undefined; draft = drafts.shift()) await send(draft)
}))
process.exit(0)

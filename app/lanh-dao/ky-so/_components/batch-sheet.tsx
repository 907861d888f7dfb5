import { signingLines } from '@/app/can-bo/_components/signing-lines'
import { SigningProgress } from '@/components/signatures/signing-progress'
import { Sheet } from '@/components/ui/sheet'
import { batchOf } from '@/lib/dossiers/use-cases/sign-batch'
import type { Officer } from '@/lib/identity/domain/actor'
import { signNextAction, signRestAction } from '../actions'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The batch that the officer has just opened, paper by paper. */
export async function BatchSheet({ officer, batchId }: { officer: Officer; batchId: string }) {
  const batch = UUID.test(batchId) ? await batchOf(officer, batchId) : null
  if (batch === null) return null
  return <Sheet title="Lần ký này"><SigningProgress key={batch.id} batchId={batch.id} lines={signingLines(batch)} signNext={signNextAction} signRest={signRestAction} /></Sheet>
}

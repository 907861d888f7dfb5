import 'server-only'
import type { Officer } from '@/lib/identity/domain/actor'
import { may } from '@/lib/identity/domain/permissions'
import type { LocalDate } from '@/lib/kernel/local-date'
import { inCommune } from '@/lib/platform/db'
import { checksOf, type KeptCheck, type KeptSignature, penSignatureOf, signaturesBehind } from '@/lib/signatures/store'
import { findResultFile } from '../store/result-store'

/** How the result of a dossier is signed, and what was found in files that came signed. */
export type ResultSignatures = {
  /** Over the file as it stands, the first one first. */
  digital: KeptSignature[]
  pen: { signedOn: LocalDate; signer: string } | null
  /** By the id of the file. */
  checks: ReadonlyMap<string, KeptCheck>
}

export const noSignatures: ResultSignatures = { digital: [], pen: null, checks: new Map() }

/** For an officer who may read the dossier; nothing for anybody else. */
export async function resultSignatures(officer: Officer, { id, attachments }: { id: string; attachments: readonly { id: string; kind: string }[] }): Promise<ResultSignatures> {
  if (!may(officer, 'dossier.read', { communeId: officer.communeId })) return noSignatures
  const results = attachments.filter(({ kind }) => kind === 'result').map((file) => file.id)
  return inCommune(officer, async (tx) => {
    const [file, pen, checks] = [await findResultFile(tx, id), await penSignatureOf(tx, id), await checksOf(tx, results)]
    const signer = pen === null ? null : await tx.staffMember.findFirst({ where: { communeId: tx.communeId, id: pen.signerId }, select: { fullName: true } })
    return {
      digital: file === null ? [] : await signaturesBehind(tx, file.sha256),
      pen: pen === null ? null : { signedOn: pen.signedOn, signer: signer?.fullName ?? 'Lãnh đạo đã thôi việc' },
      checks: new Map(checks.map((check) => [check.attachmentId, check])),
    }
  })
}

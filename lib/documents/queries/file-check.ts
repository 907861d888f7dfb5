import 'server-only'
import { createHash } from 'node:crypto'
import type { Tx } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/files'

/** A row that names bytes which are not there, or are others. */
export type BrokenFile = { row: NamedFile['row']; id: string; why: 'missing' | 'size' | 'content' }

/** What a row says of its bytes. */
export type NamedFile = { row: 'attachment' | 'official paper' | 'payment paper'; id: string; sha256: string; size: number }

/** Every file that a row of the commune names. */
export async function namedFiles(tx: Tx): Promise<NamedFile[]> {
  const attachments = await tx.attachment.findMany({ where: { communeId: tx.communeId, removedAt: null }, select: { id: true, sha256: true, size: true } })
  const papers = await tx.officialPaper.findMany({ where: { communeId: tx.communeId, sha256: { not: null }, erasedAt: null }, select: { id: true, sha256: true, size: true } })
  const money = await tx.paymentPrint.findMany({ where: { communeId: tx.communeId }, select: { entryId: true, sha256: true, size: true } })
  return [...money.map(({ entryId, ...file }) => ({ row: 'payment paper' as const, id: entryId, ...file })), ...attachments.map((file) => ({ row: 'attachment' as const, ...file })), ...papers.map(({ id, sha256, size }) => ({ row: 'official paper' as const, id, sha256: sha256!, size: size! }))]
}

/** Those that are not as their rows say. `thorough` false: only looks whether they are there and how long they are. */
export async function brokenFiles(communeId: string, files: readonly NamedFile[], thorough: boolean): Promise<BrokenFile[]> {
  const found: BrokenFile[] = []
  for (const file of files) {
    const why = await brokenness(communeId, file, thorough)
    if (why !== null) found.push({ row: file.row, id: file.id, why })
  }
  return found
}

async function brokenness(communeId: string, { sha256, size }: NamedFile, thorough: boolean): Promise<BrokenFile['why'] | null> {
  const file = await openFile(communeId, sha256).catch((fault: NodeJS.ErrnoException) => (fault.code === 'ENOENT' ? null : Promise.reject(fault)))
  if (file === null) return 'missing'
  if (file.size !== size || !thorough) {
    file.stream.destroy()
    return file.size === size ? null : 'size'
  }
  const hash = createHash('sha256')
  for await (const chunk of file.stream) hash.update(chunk as Buffer)
  return hash.digest('hex') === sha256 ? null : 'content'
}

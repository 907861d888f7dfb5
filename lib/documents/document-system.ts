import 'server-only'
import type { LocalDate } from '@/lib/kernel/local-date'
import type { PaperForm } from './domain/official-paper'

/**
 * The system in which a commune keeps its outgoing documents. It is asked for the number of a paper, at least once: the same
 * `key` must get the same number. Null: it has none yet, and is asked again later. Nothing of a citizen is sent.
 */
export interface DocumentSystem {
  numberFor(paper: { key: string; form: PaperForm; issuedOn: LocalDate }): Promise<string | null>
}

const connected = new Map<string, DocumentSystem>()

/** An adapter registers itself for its communes when a process starts. A commune without one leaves the number to the clerk. */
export const connectDocumentSystem = (communeId: string, system: DocumentSystem): void => void connected.set(communeId, system)
export const documentSystemOf = (communeId: string): DocumentSystem | null => connected.get(communeId) ?? null

import type { PaperForm } from '@/lib/documents/domain/official-paper'

/** Papers under which the head of the agency signs: Mẫu 04 (xin lỗi), Mẫu 05 (dừng giải quyết). The desk signs the others by hand. */
export const formsSignedByLeader = ['apology', 'discontinuation'] as const satisfies readonly PaperForm[]

export const isSignedByLeader = (form: PaperForm): boolean => (formsSignedByLeader as readonly PaperForm[]).includes(form)

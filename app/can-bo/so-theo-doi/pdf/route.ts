import { registerPdf } from '@/lib/dossiers/use-cases/export-register'
import { sendBook } from '../_components/send-book'

/** The book as Mẫu 07, to read and print in the browser. */
export const GET = (request: Request): Promise<Response> => sendBook(request, registerPdf, { mime: 'application/pdf', disposition: 'inline', ending: 'pdf' })

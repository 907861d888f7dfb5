import { registerXlsx } from '@/lib/dossiers/use-cases/export-register'
import { sendBook } from '../_components/send-book'

/** The book as a sheet for office programs. */
export const GET = (request: Request): Promise<Response> =>
  sendBook(request, registerXlsx, { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', disposition: 'attachment', ending: 'xlsx' })

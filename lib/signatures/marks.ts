import 'server-only'
import { qrSvg } from '@/lib/documents/render/qr'
import { printableView } from '@/lib/documents/render/text'
import { compilePdf } from '@/lib/documents/render/typst'
import { toIsoLocal } from '@/lib/kernel/local-date'
import type { SigningRole } from './domain/signature'
import { markWords } from './wording'

/**
 * The mark of a signature: who signs (for the agency: its name alone), agency, and the moment with its zone.
 * @law Nghị định 30/2020/NĐ-CP, Phụ lục I (thông tin chữ ký số; thời gian ký theo ISO 8601, kèm múi giờ)
 */
export function signatureMark(role: SigningRole, who: { name: string; position: string; agency: string }, at: Date): Uint8Array {
  const time = `${markWords.time}: ${toIsoLocal(at)}`
  const lines = role === 'leader'
    ? [bold(`${markWords.signedBy}: ${who.name}`), plain(who.position), plain(who.agency), plain(time)]
    : [bold(who.agency), plain(markWords.seal), plain(time)]
  return compilePdf('signature-mark', printableView({ kind: role, title: markWords.title, lines }), at)
}

/** Number, day and the door at which anybody checks the paper. */
export function checkMark({ number, url, host }: { number: string | null; url: string; host: string }, at: Date): Uint8Array {
  const lines = [...(number === null ? [] : [bold(`${markWords.number}: ${number}`)]), plain(markWords.scan), plain(`${host}/xac-minh`)]
  return compilePdf('signature-mark', printableView({ kind: 'check', title: markWords.title, lines, qr: qrSvg(url) }), at)
}

const bold = (text: string) => ({ text, bold: true })
const plain = (text: string) => ({ text, bold: false })

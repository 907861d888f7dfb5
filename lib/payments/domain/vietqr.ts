import { fail, ok, type Result } from '@/lib/kernel/result'

/**
 * VietQR: the payload of a transfer to a bank account as NAPAS writes it over EMVCo's tag, length, value.
 * Lengths are two figures and count characters; only ASCII goes in, so that characters are bytes.
 */
export type VietQr = {
  /** Six figures that name the bank. */
  bankBin: string
  accountNumber: string
  /** null: whoever pays types it. @unit đồng */
  amountVnd: number | null
  /** null: none. Shown to the payer and on the statement of the account. */
  purpose: string | null
}

const NAPAS = 'A000000727'
const TO_ACCOUNT = 'QRIBFTTA'
const DONG = '704'
const COUNTRY = 'VN'

/** A code with an amount is for one payment (dynamic, 12); without one it may be used again (static, 11). */
export function vietQrPayload({ bankBin, accountNumber, amountVnd, purpose }: VietQr): string {
  if (!/^\d{6}$/.test(bankBin)) throw new RangeError(`Not the BIN of a bank: ${bankBin}`)
  if (!/^[0-9A-Za-z]{1,19}$/.test(accountNumber)) throw new RangeError(`Not an account: ${accountNumber}`)
  if (amountVnd !== null && (!Number.isSafeInteger(amountVnd) || amountVnd < 1)) throw new RangeError(`Not an amount to transfer: ${amountVnd}`)
  const account = tlv('00', NAPAS) + tlv('01', tlv('00', bankBin) + tlv('01', accountNumber)) + tlv('02', TO_ACCOUNT)
  const body =
    tlv('00', '01') + tlv('01', amountVnd === null ? '11' : '12') + tlv('38', account) + tlv('53', DONG) +
    (amountVnd === null ? '' : tlv('54', String(amountVnd))) + tlv('58', COUNTRY) + (purpose === null ? '' : tlv('62', tlv('08', purpose))) + '6304'
  return body + crc16(body)
}

/** "HS Z99 19 01 261122 0001": a dossier's code as every bank lets it pass, letters, figures and blanks only. */
export const transferPurpose = (code: string): string => `HS ${code.replace(/[^0-9A-Za-z]+/g, ' ').trim()}`

export function tlv(tag: string, value: string): string {
  if (!/^[\x20-\x7e]{1,99}$/.test(value)) throw new RangeError(`Not a value of tag ${tag}: ${value}`)
  return tag + String(value.length).padStart(2, '0') + value
}

/** CRC-16/CCITT-FALSE over ASCII: polynomial 1021, from FFFF, four hexadecimal figures. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const character of text) {
    crc ^= character.charCodeAt(0) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

export type UnreadableQr = { code: 'qr-broken' } | { code: 'qr-checksum' } | { code: 'qr-not-a-transfer' }

/** Reads a payload back. Unknown tags are passed over, as the standard asks. */
export function readVietQr(payload: string): Result<VietQr, UnreadableQr> {
  const fields = readTlv(payload)
  if (fields === null) return fail({ code: 'qr-broken' })
  if (payload.slice(-4) !== crc16(payload.slice(0, -4))) return fail({ code: 'qr-checksum' })
  const merchant = readTlv(fields.get('38') ?? '')
  const account = readTlv(merchant?.get('01') ?? '')
  const [bankBin, accountNumber] = [account?.get('00'), account?.get('01')]
  if (merchant?.get('00') !== NAPAS || merchant.get('02') !== TO_ACCOUNT || bankBin === undefined || accountNumber === undefined) return fail({ code: 'qr-not-a-transfer' })
  const amount = fields.get('54')
  return ok({ bankBin, accountNumber, amountVnd: amount === undefined ? null : Number(amount), purpose: readTlv(fields.get('62') ?? '')?.get('08') ?? null })
}

/** Tag by tag; null where a length does not fit. */
function readTlv(text: string): Map<string, string> | null {
  const fields = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const head = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4))
    if (head === null) return null
    const end = at + 4 + Number(head[2])
    if (end > text.length) return null
    fields.set(head[1]!, text.slice(at + 4, end))
    at = end
  }
  return fields
}

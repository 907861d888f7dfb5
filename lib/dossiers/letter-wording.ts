import { longDay, longInstant } from '@/lib/kernel/format'
import type { Digest } from './domain/digest'
import type { WarningKind } from './domain/reminders'

/** Letters to officers about their work: codes and names of procedures, never a citizen's name, because mailboxes lie outside of the house. */
export type Letter = { subject: string; body: string }
export type WarnedOf = { code: string; procedureName: string; dueAt: Date; kind: WarningKind }

const linkTo = (publicUrl: string, code: string): string => `${publicUrl}/can-bo/ho-so/${encodeURIComponent(code)}`

export function digestLetter({ on, all, fresh, soon, overdue, submitted, lines }: Digest & { name: string }, publicUrl: string): Letter {
  const counts = [
    overdue > 0 && `Quá hạn: ${overdue}`, soon > 0 && `Đến hạn hôm nay hoặc ngày làm việc tới: ${soon}`, fresh > 0 && `Mới đến tay bạn: ${fresh}`, submitted > 0 && `Hồ sơ trực tuyến chờ tiếp nhận: ${submitted}`,
    `Tất cả đang chờ bạn: ${all}`,
  ].filter((line) => line !== false)
  const named = lines.map(({ code, procedureName, dueAt, isOverdue }) => `- ${isOverdue ? 'QUÁ HẠN, ' : ''}${code}, ${procedureName}${dueAt === null ? '' : `, hạn ${longInstant(dueAt)}`}\n  ${linkTo(publicUrl, code)}`)
  const rest = overdue + soon - lines.length
  return {
    subject: `Việc ngày ${longDay(on)}: ${overdue > 0 ? `${overdue} quá hạn, ` : ''}${all + submitted} hồ sơ chờ bạn`,
    body: [counts.join('\n'), named.join('\n'), rest > 0 ? `và ${rest} hồ sơ nữa.` : '', `Mở hàng việc: ${publicUrl}/can-bo`].filter((part) => part !== '').join('\n\n'),
  }
}

const warned = {
  half: 'Đã dùng quá nửa thời hạn',
  most: 'Đã dùng bốn phần năm thời hạn',
  apology: 'Hôm nay là ngày cuối còn kịp ký thư xin lỗi (Mẫu 04) nếu không trả được đúng hẹn',
} satisfies Record<WarningKind, string>

export function warningLetter(lines: readonly WarnedOf[], publicUrl: string): Letter {
  const kinds = (['apology', 'most', 'half'] as const).filter((kind) => lines.some((line) => line.kind === kind))
  const parts = kinds.map((kind) => [`${warned[kind]}:`, ...lines.filter((line) => line.kind === kind).map(({ code, procedureName, dueAt }) => `- ${code}, ${procedureName}, hạn ${longInstant(dueAt)}\n  ${linkTo(publicUrl, code)}`)].join('\n'))
  return { subject: `Nhắc hạn: ${new Set(lines.map(({ code }) => code)).size} hồ sơ`, body: [...parts, `Mở hàng việc: ${publicUrl}/can-bo`].join('\n\n') }
}

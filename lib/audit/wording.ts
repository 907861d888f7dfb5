import { shortDay } from '@/lib/kernel/format'
import type { AccessKind } from './domain/access'
import type { BrokenLink } from './domain/chain'

/** What the citizen reads in "Ai đã xem dữ liệu của bạn". */
export const accessLabel = {
  dossier: 'Mở hồ sơ',
  'personal-id': 'Xem đủ số định danh',
  attachment: 'Mở giấy tờ đính kèm',
  paper: 'Mở văn bản đã ra',
  search: 'Tìm thấy theo số định danh',
  register: 'Xem trong sổ theo dõi hồ sơ',
  export: 'In hoặc xuất sổ theo dõi hồ sơ',
} satisfies Record<AccessKind, string>

/** The reason noted where opening is a part of the job at hand. */
export const usualReason = 'Giải quyết hồ sơ'
/** The same for the book of the desk. */
export const registerReason = 'Theo dõi hồ sơ của xã'

/** For the report of the doctor, in the language of whoever runs the installation. */
export function brokenLinkSentence(link: BrokenLink): string {
  switch (link.why) {
    case 'missing': return `link ${link.seq} is missing`
    case 'reordered': return `link ${link.seq} is out of its place`
    case 'changed': return `link ${link.seq} was changed after it was written`
    case 'head': return `the head of the chain does not name link ${link.seq} as the last`
    case 'tail-cut': return `the chain ends before link ${link.seq}, which its head or a seal names`
    case 'seal': return `link ${link.seq} is not the one that was sealed on ${shortDay(link.sealedOn)}`
  }
}

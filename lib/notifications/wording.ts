import { longInstant } from '@/lib/kernel/format'
import type { MessageChannel, MessageFacts, Template } from './domain/message'

export const messageChannelLabel = { sms: 'Tin nhắn', email: 'Thư điện tử' } satisfies Record<MessageChannel, string>
export const messageStateLabel = { queued: 'Chờ gửi', sent: 'Đã gửi', failed: 'Chưa gửi được' } as const

/** In lists of what was sent. */
export const templateLabel = {
  submitted: 'Đã nhận hồ sơ nộp trực tuyến',
  received: 'Đã tiếp nhận, hẹn trả',
  'supplement-requested': 'Yêu cầu bổ sung',
  refused: 'Không tiếp nhận',
  resolved: 'Có kết quả',
  returned: 'Đã trả kết quả',
  withdrawn: 'Đã rút hồ sơ',
  discontinued: 'Dừng giải quyết',
  apology: 'Xin lỗi, hẹn lại',
} satisfies Record<Template, string>

const follow = ({ trackingPlace }: MessageFacts): string => `Theo dõi tại ${trackingPlace}`

/** Texts a phone shows without a tap: what happened first, then what to do, then where to look. */
export const messageText: Record<Template, (facts: MessageFacts) => string> = {
  submitted: (facts) =>
    [`Đã nhận hồ sơ ${facts.code} (${facts.procedureName}).`, facts.acceptBy && `${facts.officeName} kiểm tra và trả lời trước ${longInstant(facts.acceptBy)}.`, facts.secret && `Mã bí mật: ${facts.secret}.`, `${follow(facts)}.`].filter(Boolean).join(' '),
  received: (facts) =>
    [`Hồ sơ ${facts.code} (${facts.procedureName}) đã được tiếp nhận.`, facts.dueAt ? `Hẹn trả kết quả: ${longInstant(facts.dueAt)}, ${facts.returnPlace}.` : `Thủ tục này không quy định thời hạn; có kết quả sẽ báo.`, facts.secret && `Mã bí mật: ${facts.secret}.`, `${follow(facts)}.`].filter(Boolean).join(' '),
  'supplement-requested': (facts) => `Hồ sơ ${facts.code} cần bổ sung: ${facts.missing.map((item, index) => `${index + 1}) ${item}`).join('; ')}. Trong lúc chờ, thời hạn giải quyết tạm dừng. Cách nộp bổ sung: ${facts.trackingPlace}.`,
  refused: (facts) => `Hồ sơ ${facts.code} (${facts.procedureName}) không được tiếp nhận. Lý do: ${facts.reason ?? 'ghi trong phiếu từ chối'}. Xem phiếu và việc nên làm tiếp tại ${facts.trackingPlace}.`,
  resolved: (facts) => `Hồ sơ ${facts.code} (${facts.procedureName}) đã có kết quả${facts.outcome === 'denied' ? ' là văn bản trả lời không giải quyết' : ''}. Nhận ${facts.returnPlace}.`,
  returned: (facts) => `Đã trả kết quả hồ sơ ${facts.code}. Nếu bạn chưa nhận được, gọi ${facts.officeName} ngay. Mời bạn đánh giá tại ${facts.trackingPlace}.`,
  withdrawn: (facts) => `Hồ sơ ${facts.code} đã được rút theo đề nghị. Giấy tờ đã nộp nhận lại tại ${facts.officeName}.`,
  discontinued: (facts) => `Hồ sơ ${facts.code} đã dừng giải quyết. Lý do: ${facts.reason ?? 'ghi trong thông báo'}. Xem thông báo tại ${facts.trackingPlace}.`,
  apology: (facts) =>
    [`${facts.officeName} xin lỗi bạn: hồ sơ ${facts.code} chưa kịp trả đúng hẹn.`, facts.reason && `Lý do: ${facts.reason}.`, facts.promisedAt && `Hẹn lại: ${longInstant(facts.promisedAt)}.`, `${follow(facts)}.`].filter(Boolean).join(' '),
}

/** E-mails have a subject; text messages do not. */
export const messageSubject = (template: Template, code: string): string => `${templateLabel[template]}: hồ sơ ${code}`

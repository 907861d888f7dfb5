import type { PaymentKind, PaymentState } from './domain/payment'

export const paymentKindLabel = { fee: 'Phí', charge: 'Lệ phí' } satisfies Record<PaymentKind, string>
export const paymentStateLabel = { owed: 'Chưa nộp', paid: 'Đã nộp', exempt: 'Được miễn' } satisfies Record<PaymentState, string>

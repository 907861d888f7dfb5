import { doorsOf } from '@/app/api/v1/_contract/endpoint'
import { paymentNotification } from '@/app/api/v1/_contract/payments'

export const dynamic = 'force-dynamic'
export const { GET, POST, PUT, PATCH, DELETE } = doorsOf(paymentNotification)

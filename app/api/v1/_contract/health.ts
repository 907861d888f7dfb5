import { z } from 'zod'
import { databaseAnswers } from '@/lib/platform/health'
import { endpoint } from './endpoint'

export const health = endpoint({
  method: 'GET',
  path: '/health',
  summary: 'Máy chủ còn sống không',
  description: 'Luôn trả lời 200 khi ứng dụng còn chạy; database cho biết cơ sở dữ liệu có trả lời không.',
  response: z.object({ status: z.literal('ok'), database: z.enum(['ok', 'unavailable']) }),
  handle: async () => ({ status: 'ok' as const, database: (await databaseAnswers()) ? ('ok' as const) : ('unavailable' as const) }),
})

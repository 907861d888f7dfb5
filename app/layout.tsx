import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Một Cửa', template: '%s – Một Cửa' },
  description: 'Nộp hồ sơ, biết ngày hẹn, theo dõi đến khi nhận kết quả.',
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#a8201a' }

/** Large text and high contrast stand on `html`, so that every token follows before the first paint. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  return (
    <html lang="vi" data-text={chosen(jar.get('mc_text')?.value, 'large')} data-contrast={chosen(jar.get('mc_contrast')?.value, 'high', 'normal')}>
      <body>{children}</body>
    </html>
  )
}

const chosen = (value: string | undefined, ...allowed: string[]) => (value !== undefined && allowed.includes(value) ? value : undefined)

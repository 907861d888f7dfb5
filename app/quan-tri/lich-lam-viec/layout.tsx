import './calendar.css'
import type { ReactNode } from 'react'

export default function CalendarLayout({ children }: { children: ReactNode }) {
  return children
}

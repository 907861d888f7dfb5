'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

/** Counts down the seconds of a demonstration code and fetches the next one. */
export function FreshCode({ seconds }: { seconds: number }) {
  const router = useRouter()
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const end = performance.now() + seconds * 1000
    const tick = setInterval(() => {
      const now = Math.ceil((end - performance.now()) / 1000)
      setLeft(Math.max(0, now))
      if (now <= 0) {
        clearInterval(tick)
        router.refresh()
      }
    }, 500)
    return () => clearInterval(tick)
  }, [seconds, router])
  return <span className="num">{left} giây</span>
}

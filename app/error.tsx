'use client'

import { useEffect } from 'react'

/** An accident, not an answer: what the reader can do now. The digest lets the operator find it in the log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    document.title = 'Trang gặp trục trặc – Một Cửa'
  }, [])
  return (
    <main className="wrap pt-10 pb-14" id="noi-dung" data-density="citizen">
      <div className="column stack">
        <h1>Trang này đang trục trặc</h1>
        <p>Những gì bạn đã lưu vẫn còn. Thử lại sau ít phút; nếu vẫn vậy, gọi hoặc đến Bộ phận Một cửa.</p>
        <div className="button-row">
          <button type="button" className="button" onClick={reset}>Thử lại</button>
          <a className="button button-outlined" href="/">Về trang đầu</a>
        </div>
        {error.digest && <p className="law">Mã để tra: <span className="num">{error.digest}</span></p>}
      </div>
    </main>
  )
}

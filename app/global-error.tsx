'use client'

import './globals.css'

/** Even the frame could not be drawn: plain words, no shell, nothing that could fail again. */
export default function GlobalError() {
  return (
    <html lang="vi">
      <body>
        <main className="wrap pt-10 pb-14">
          <title>Trang gặp trục trặc – Một Cửa</title>
          <h1>Cổng Một Cửa đang trục trặc</h1>
          <p>Những gì bạn đã lưu vẫn còn. Tải lại trang sau ít phút; nếu vẫn vậy, gọi hoặc đến Bộ phận Một cửa.</p>
          <p><a href="/">Về trang đầu</a></p>
        </main>
      </body>
    </html>
  )
}

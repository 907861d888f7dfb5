import { cookies } from 'next/headers'

/** `Chữ to`, `Tương phản cao`: kept in a cookie, works without JavaScript. The page comes back where it was. */
export async function ReadingTools() {
  const jar = await cookies()
  const large = jar.get('mc_text')?.value === 'large'
  const high = jar.get('mc_contrast')?.value === 'high'
  return (
    <form className="foot-links" method="post" action="/de-doc">
      <button name="mc_text" value={large ? 'normal' : 'large'}>{large ? 'Chữ thường' : 'Chữ to'}</button>
      <button name="mc_contrast" value={high ? 'normal' : 'high'}>{high ? 'Màu thường' : 'Tương phản cao'}</button>
    </form>
  )
}

import { NextResponse } from 'next/server'

const YEAR = 365 * 24 * 60 * 60

const allowed = { mc_text: ['normal', 'large'], mc_contrast: ['normal', 'high'] } as const

/** Keeps how a reader wants the pages (large text, high contrast) and goes back to where they were. */
export async function POST(request: Request) {
  const form = await request.formData()
  const response = new NextResponse(null, { status: 303, headers: { location: pathOf(request.headers.get('referer')) } })
  for (const [name, values] of Object.entries(allowed)) {
    const value = values.find((each) => each === form.get(name))
    if (value) response.cookies.set(name, value, { maxAge: YEAR, path: '/', sameSite: 'lax', httpOnly: true })
  }
  return response
}

/** Only the path: a foreign referer cannot send anyone elsewhere. */
function pathOf(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}

const LONGEST = 600

/**
 * Where to go after signing in, if it is a page of ours; else `fallback`.
 * A browser reads "//host", "/\host" and a tab between two slashes as another site, encoded or not, so only a plain path passes.
 */
export function returnPath(typed: string | null | undefined, fallback: string): string {
  if (typed == null || typed.length > LONGEST || !isPlainPath(typed)) return fallback
  const [path = ''] = typed.split(/[?#]/)
  const decoded = decode(path)
  if (decoded === null || !isPlainPath(decoded)) return fallback
  const seen = new URL(typed, 'http://own.invalid')
  if (seen.host !== 'own.invalid' || seen.pathname.startsWith('//')) return fallback
  return isSignIn(seen.pathname) ? fallback : typed
}

/** Begins with one slash and holds neither a second one there, nor a backslash, nor what a browser drops silently. */
const isPlainPath = (text: string): boolean => /^\/(?!\/)[^\\\p{Cc}]*$/u.test(text)

/** Signing in never leads back to signing in. */
const isSignIn = (path: string): boolean => /^\/(can-bo\/)?(dang-nhap|dang-xuat)(\/|$)/.test(path)

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

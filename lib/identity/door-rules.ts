/** What `proxy.ts` asks at the door. Pure, so that tests can walk through the tables. */

/**
 * Does this request have to come from our own pages? Everything that may change something does; machines that speak
 * to `/api/v1` and `/api/callbacks` send no cookies, so nobody can make a browser speak for someone there.
 */
export const needsOriginGate = (method: string, path: string): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(method) && path !== '/api/v1' && !path.startsWith('/api/v1/') && !path.startsWith('/api/callbacks/')

/** Does this request show a page or a file to a person? The API says in its own way that something is away, and forms keep what was typed. */
export const showsPage = (method: string, path: string): boolean => ['GET', 'HEAD'].includes(method) && path !== '/api/v1' && !path.startsWith('/api/v1/')

/** Pages that say the same to everyone. All others are kept in no cache and on no shared computer. */
const open = /^\/(thu-tuc|tinh-han-tra|lich-lam-viec|kha-nang-tiep-can|du-lieu-ca-nhan|man-hinh)?(\/|$)|^\/don-vi\/[^/]+(\/(thu-tuc(\/.*)?|thong-ke|lich-lam-viec))?$/
export const isPersonal = (path: string): boolean => !open.test(path)

/**
 * Scripts run by nonce alone; what they load themselves is trusted. Styles come from files and from nonces: no
 * `style` attributes. Development also needs eval and inline styles for hot reloading.
 */
export function contentSecurityPolicy({ nonce, https, development }: { nonce: string; https: boolean; development: boolean }): string {
  const policy: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(development ? ["'unsafe-eval'"] : [])],
    'style-src': development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'worker-src': ["'self'"],
    'media-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    'object-src': ["'none'"],
    'frame-src': ["'none'"],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  }
  const lines = Object.entries(policy).map(([name, sources]) => `${name} ${sources.join(' ')}`)
  return [...lines, ...(https ? ['upgrade-insecure-requests'] : [])].join('; ')
}

/**
 * `same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with our own forms and the gate
 * would refuse them. Addresses with secrets are never shown to another site either way.
 */
export const securityHeaders = (publicUrl: string): [name: string, value: string][] => [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
  ...(publicUrl.startsWith('https:') ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as [string, string]] : []),
]

/** The address of the page that is asked for. Set by `proxy.ts` on each request, whatever the client sent under this name. */
export const PATH_HEADER = 'x-mc-path'

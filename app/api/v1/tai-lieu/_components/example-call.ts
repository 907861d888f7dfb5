import type { Endpoint } from '@/app/api/v1/_contract/endpoint'

/** A line for the terminal that calls an operation as it stands. */
export function exampleCall({ method, path, example }: Pick<Endpoint, 'method' | 'path' | 'example'>, root: string): string {
  const filled = Object.entries(example?.params ?? {}).reduce((text, [name, value]) => text.replace(`{${name}}`, value), path)
  const address = `${root}${filled}${example?.query === undefined ? '' : `?${example.query}`}`
  if (method === 'GET') return `curl '${address}'`
  return `curl -X ${method} '${address}' -H 'content-type: application/json' -d '${JSON.stringify(example?.body ?? {})}'`
}

import type { Endpoint } from '@/app/api/v1/_contract/endpoint'

/** A line for the terminal that calls an operation as it stands. */
export function exampleCall({ method, path, example, scope, idempotent }: Pick<Endpoint, 'method' | 'path' | 'example' | 'scope' | 'idempotent'>, root: string): string {
  const filled = Object.entries(example?.params ?? {}).reduce((text, [name, value]) => text.replace(`{${name}}`, value), path)
  const address = `${root}${filled}${example?.query === undefined ? '' : `?${example.query}`}`
  const key = `${scope === undefined ? '' : " -H 'authorization: Bearer <khóa>'"}${idempotent === undefined ? '' : " -H 'idempotency-key: <khóa của việc này>'"}`
  if (method === 'GET') return `curl '${address}'${key}`
  return `curl -X ${method} '${address}'${key} -H 'content-type: application/json' -d '${JSON.stringify(example?.body ?? {})}'`
}

import { headers } from 'next/headers'

/** An empty page that is drawn anew for each request, under a policy with nonces: what any page of ours costs at the least. */
export default async function EmptyPage() {
  await headers()
  return <p>Trống</p>
}

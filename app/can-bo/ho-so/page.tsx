import { redirect } from 'next/navigation'

/** Find boxes of other frames ask here. */
export default async function DossiersPage({ searchParams }: { searchParams: Promise<{ tim?: string }> }) {
  redirect(`/can-bo/tim?${new URLSearchParams({ tim: (await searchParams).tim ?? '' })}`)
}

export type LateQuery = Partial<Record<'nguoi' | 'don-vi' | 'sau' | 'xong', string>>

/** The list with some of its filters changed. */
export function lateHref({ nguoi, 'don-vi': unit, sau }: LateQuery): string {
  const query = new URLSearchParams()
  if (unit !== undefined) query.set('don-vi', unit)
  if (nguoi !== undefined) query.set('nguoi', nguoi)
  if (sau !== undefined) query.set('sau', sau)
  return query.size === 0 ? '/can-bo/buoc-qua-han' : `/can-bo/buoc-qua-han?${query}`
}

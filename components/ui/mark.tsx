/** The village gate: a roof and a doorway, two shapes. `dark` is for the officer bar, gold on white. */
export function Mark({ ground = 'light' }: { ground?: 'light' | 'dark' }) {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" className={ground === 'dark' ? 'mark mark-dark' : 'mark'}>
      <path className="mark-roof" d="M2 13.5c5.5 0 11-2.6 16-8.5 5 5.9 10.5 8.5 16 8.5v3.2H2z" />
      <path className="mark-gate" d="M6 18.5h24V33h-6.5v-8.5a5.5 5.5 0 0 0-11 0V33H6z" />
    </svg>
  )
}

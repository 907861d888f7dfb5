import { CheckByNumber } from '@/lib/dossiers/inputs'

type Search = Record<string, string | string[] | undefined>
export type Asked = { xa?: string; loai?: string; so?: string; ngay: { day?: string; month?: string; year?: string } }

const one = (value: string | string[] | undefined): string | undefined => (typeof value === 'string' ? value.slice(0, 80) : undefined)
const fieldOf = { commune: 'xa', form: 'loai', number: 'so', issuedOn: 'ngay' } as const

/** What the address asks; nothing where no number was typed. Sentences stand under the field they are about. */
export function readAsked(search: Search): { asked: Asked; input: CheckByNumber | null; errors: Record<string, string> } {
  const asked: Asked = { xa: one(search.xa), loai: one(search.loai), so: one(search.so), ngay: { day: one(search['ngay-day']), month: one(search['ngay-month']), year: one(search['ngay-year']) } }
  if (asked.so === undefined) return { asked, input: null, errors: {} }
  const { day = '', month = '', year = '' } = asked.ngay
  const read = CheckByNumber.safeParse({ commune: asked.xa ?? '', form: asked.loai, number: asked.so, issuedOn: `${year.padStart(4, '0')}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}` })
  if (read.success) return { asked, input: read.data, errors: {} }
  return { asked, input: null, errors: Object.fromEntries(read.error.issues.toReversed().map(({ path, message }) => [fieldOf[path[0] as keyof typeof fieldOf], message])) }
}

/** A commune as everybody may know it. */
export type Commune = {
  id: string
  slug: string
  kind: 'xa' | 'phuong' | 'dac-khu'
  /** With its kind: "Xã Tân Quới". */
  name: string
  province: { slug: string; name: string }
  identifierCode: string
  /** full: this portal receives filings; prepare: the citizen prepares here and files at the national portal or the counter. */
  filingMode: 'full' | 'prepare'
  address: string
  phone: string
  email: string | null
}

/** "xã Tân Quới": inside a sentence the kind is written small. */
export const inSentence = (commune: Pick<Commune, 'name'>): string => commune.name.charAt(0).toLowerCase() + commune.name.slice(1)

/** "Trung tâm Phục vụ hành chính công xã Tân Quới". */
export const serviceCentreName = (commune: Pick<Commune, 'name'>): string => `Trung tâm Phục vụ hành chính công ${inSentence(commune)}`

/** "UBND xã Tân Quới". */
export const committeeName = (commune: Pick<Commune, 'name'>): string => `UBND ${inSentence(commune)}`

/** "Tân Quới": the place of a dateline. */
export const placeName = (commune: Pick<Commune, 'name'>): string => commune.name.replace(/^(Xã|Phường|Đặc khu) /, '')

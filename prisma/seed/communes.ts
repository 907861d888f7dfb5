/**
 * The communes of the demonstration. Their identifier codes begin with Z99 and are nobody's real ones;
 * addresses and telephone numbers are made up as well.
 */
export type SeedCommune = {
  slug: string
  name: string
  kind: 'xa' | 'phuong'
  province: keyof typeof seedProvinces
  identifierCode: string
  filingMode: 'full' | 'prepare'
  address: string
  phone: string
  /** Hours by season (summer and winter), as the commune's own layer of the calendar has them. */
  hours: 'all-year' | 'by-season'
}

export const seedProvinces = {
  'dong-thap': 'Tỉnh Đồng Tháp',
  'thai-nguyen': 'Tỉnh Thái Nguyên',
  'hai-phong': 'Thành phố Hải Phòng',
  'quang-tri': 'Tỉnh Quảng Trị',
} as const

const first: SeedCommune[] = [
  { slug: 'tan-quoi', name: 'Xã Tân Quới', kind: 'xa', province: 'dong-thap', identifierCode: 'Z99.10.01', filingMode: 'prepare', address: 'Ấp Tân Hòa, xã Tân Quới', phone: '02770000000', hours: 'all-year' },
  { slug: 'my-an', name: 'Xã Mỹ An', kind: 'xa', province: 'dong-thap', identifierCode: 'Z99.10.02', filingMode: 'full', address: 'Ấp Mỹ Thọ, xã Mỹ An', phone: '02770000002', hours: 'all-year' },
  { slug: 'bach-quang', name: 'Phường Bách Quang', kind: 'phuong', province: 'thai-nguyen', identifierCode: 'Z99.19.01', filingMode: 'full', address: 'Tổ dân phố Làng Vai, phường Bách Quang', phone: '02080000001', hours: 'all-year' },
  { slug: 'tu-ky', name: 'Xã Tứ Kỳ', kind: 'xa', province: 'hai-phong', identifierCode: 'Z99.31.01', filingMode: 'full', address: 'Thôn An Nhân, xã Tứ Kỳ', phone: '02250000001', hours: 'all-year' },
]

/** The 22 communes of the former district of Hướng Hóa: name, slug. */
const huongHoa: [name: string, slug: string][] = [
  ['Khe Sanh', 'khe-sanh'], ['Lao Bảo', 'lao-bao'], ['A Dơi', 'a-doi'], ['A Túc', 'a-tuc'], ['A Xing', 'a-xing'], ['Ba Tầng', 'ba-tang'], ['Húc', 'huc'],
  ['Hướng Lập', 'huong-lap'], ['Hướng Linh', 'huong-linh'], ['Hướng Lộc', 'huong-loc'], ['Hướng Phùng', 'huong-phung'], ['Hướng Sơn', 'huong-son'],
  ['Hướng Tân', 'huong-tan'], ['Hướng Việt', 'huong-viet'], ['Tân Hợp', 'tan-hop'], ['Tân Lập', 'tan-lap'], ['Tân Liên', 'tan-lien'], ['Tân Long', 'tan-long'],
  ['Tân Thành', 'tan-thanh'], ['Thanh', 'thanh'], ['Thuận', 'thuan'], ['Xy', 'xy'],
]

export const seedCommunes: SeedCommune[] = [
  ...first,
  ...huongHoa.map(([name, slug], index): SeedCommune => {
    const number = String(index + 1).padStart(2, '0')
    return {
      slug, name: `Xã ${name}`, kind: 'xa', province: 'quang-tri', identifierCode: `Z99.44.${number}`, filingMode: 'full',
      address: `Thôn Trung Tâm, xã ${name}`, phone: `023300000${number}`, hours: 'by-season',
    }
  }),
]

/** The offices of every demonstration commune. `key` is what process steps name. */
export const seedUnits = [
  { key: 'committee', kind: 'committee', name: 'Ủy ban nhân dân' },
  { key: 'one-stop-desk', kind: 'service-centre', name: 'Trung tâm Phục vụ hành chính công' },
  { key: 'justice', kind: 'department', name: 'Tư pháp – hộ tịch' },
  { key: 'economy', kind: 'department', name: 'Phòng Kinh tế' },
  { key: 'culture-society', kind: 'department', name: 'Phòng Văn hóa – Xã hội' },
  { key: 'police', kind: 'department', name: 'Công an' },
  { key: 'military', kind: 'department', name: 'Ban Chỉ huy Quân sự' },
  { key: 'clerks', kind: 'department', name: 'Văn thư' },
] as const
export type SeedUnitKey = (typeof seedUnits)[number]['key']

import type { LocalDate } from '@/lib/kernel/local-date'

/** Groups of persons that a rule may name, and what stands for each. */
export const personGroups = [
  'child', 'poor-household', 'elderly', 'disabled', 'merit', 'minority-in-hardship', 'border-or-island', 'orphan', 'vneid-five-papers', 'online-filing',
  'step-parent', 'close-relative', 'child-in-need', 'farm-loan',
] as const
export type PersonGroup = (typeof personGroups)[number]

export type Reduction = {
  key: string
  group: PersonGroup
  /** What the case must be; absent: any. */
  procedures?: readonly string[]
  fields?: readonly string[]
  kinds?: readonly ('fee' | 'charge')[]
  /** Only where the dossier was filed online. */
  onlineOnly?: true
  /** Only in this province. */
  province?: string
  /** Of the amount that is taken off. @unit percent */
  percentOff: number
  legalBasis: string
  effectiveFrom: LocalDate
  /** The last day; null: none is known. */
  effectiveTo: LocalDate | null
  /** Papers that prove it, as the desk asks for them; empty: nothing needs proof. */
  proofs: readonly string[]
  /** false: the group is named by the law on fees in general, but the text for this fee was not at hand. The desk sees it. */
  verified: boolean
}

const day = (text: string): LocalDate => text as LocalDate
const CIVIL_STATUS = ['ho-tich']
const RESIDENCE = ['cu-tru']

const merit = ['Giấy xác nhận hoặc thẻ người có công']
const poor = ['Giấy chứng nhận hộ nghèo']
const disabled = ['Giấy xác nhận khuyết tật']
const idCard = ['Căn cước']

/** @law Luật Hộ tịch 2014, Điều 11 khoản 1 điểm a */
const civilStatus = ([
  ['merit', merit], ['poor-household', poor], ['disabled', disabled],
] as const).map(([group, proofs]): Reduction => ({
  key: `ho-tich.${group}`, group, fields: CIVIL_STATUS, kinds: ['charge'], percentOff: 100, legalBasis: 'Luật Hộ tịch 2014, Điều 11', effectiveFrom: day('2016-01-01'), effectiveTo: null, proofs, verified: true,
}))

/** @law Thông tư 75/2022/TT-BTC, sửa đổi bởi Thông tư 71/2025/TT-BTC */
const residence = ([
  ['child', ['Giấy khai sinh']], ['elderly', idCard], ['disabled', disabled], ['merit', merit], ['minority-in-hardship', ['Xác nhận nơi cư trú tại xã đặc biệt khó khăn']],
  ['border-or-island', ['Xác nhận nơi cư trú tại xã biên giới, đặc khu']], ['poor-household', poor], ['orphan', ['Giấy tờ chứng minh mồ côi cả cha và mẹ']],
] as const).map(([group, proofs]): Reduction => ({
  key: `cu-tru.${group}`, group, fields: RESIDENCE, kinds: ['charge'], percentOff: 100, legalBasis: 'Thông tư 75/2022/TT-BTC, sửa đổi bởi Thông tư 71/2025/TT-BTC',
  effectiveFrom: day('2023-02-05'), effectiveTo: null, proofs, verified: true,
}))

/**
 * Citizens of level 2 who put five basic papers on VNeID and file online. Which of the land procedures charge the appraisal
 * that is halved was not at hand. @law Nghị quyết 66.22/2026, Phụ lục I–III
 */
const resolution6622 = ([
  ['ban-sao-trich-luc', { procedures: ['2.000635'] }, 100],
  ['cu-tru', { fields: RESIDENCE }, 100],
  ['ho-tich', { procedures: ['1.004772', '1.004746', '1.004873'] }, 100],
  ['tham-dinh-giay-chung-nhan', { fields: ['dat-dai'], kinds: ['fee'], verified: false }, 50],
] as const).map(([name, covers, percentOff]): Reduction => ({
  key: `nq-66.22.${name}`, group: 'vneid-five-papers', verified: true, ...covers, onlineOnly: true, percentOff, legalBasis: 'Nghị quyết 66.22/2026, Phụ lục I–III',
  effectiveFrom: day('2026-08-15'), effectiveTo: day('2027-02-28'), proofs: ['Ứng dụng VNeID mức 2 có đủ 05 giấy tờ cơ bản'],
}))

/** As the national database of procedures printed them in July 2026; since when they hold was not said there. */
const adoption = ([
  ['step-parent', 'Giấy tờ chứng minh là cha dượng, mẹ kế'], ['close-relative', 'Giấy tờ chứng minh là cô, cậu, dì, chú, bác ruột'], ['child-in-need', 'Giấy tờ của trẻ khuyết tật, nhiễm HIV/AIDS, mắc bệnh hiểm nghèo'],
  ['merit', merit[0]!],
] as const).map(([group, proof]): Reduction => ({
  key: `nuoi-con-nuoi.${group}`, group, procedures: ['2.001263'], kinds: ['charge'], percentOff: 100, legalBasis: 'Công bố thủ tục 2.001263 trên Cổng Dịch vụ công quốc gia', effectiveFrom: day('2025-07-01'), effectiveTo: null,
  proofs: [proof], verified: true,
}))

const others: readonly Reduction[] = [
  {
    key: 'chung-thuc.vay-von-nong-nghiep', group: 'farm-loan', procedures: ['2.001035'], kinds: ['fee'], percentOff: 100, legalBasis: 'Nghị định 55/2015/NĐ-CP, theo công bố thủ tục 2.001035',
    effectiveFrom: day('2015-07-25'), effectiveTo: null, proofs: ['Hợp đồng vay vốn phát triển nông nghiệp, nông thôn'], verified: true,
  },
  {
    key: 'cao-bang.online', group: 'online-filing', onlineOnly: true, province: 'cao-bang', percentOff: 50, legalBasis: 'Nghị quyết 89/2022/NQ-HĐND tỉnh Cao Bằng', effectiveFrom: day('2023-01-01'), effectiveTo: null,
    proofs: [], verified: true,
  },
]

/**
 * Luật Phí và lệ phí 2015, Điều 10 names these groups; which fee each is freed from is for the Ministry of Finance and the
 * People's Council of the province to say. Until their text is entered, an officer who grants it sees that it is unverified.
 */
const general = ([
  ['child', ['Giấy khai sinh']], ['poor-household', poor], ['elderly', idCard], ['disabled', disabled], ['merit', merit], ['minority-in-hardship', ['Xác nhận nơi cư trú tại xã đặc biệt khó khăn']],
] as const).map(([group, proofs]): Reduction => ({
  key: `luat-phi.${group}`, group, percentOff: 100, legalBasis: 'Luật Phí và lệ phí 2015, Điều 10', effectiveFrom: day('2017-01-01'), effectiveTo: null, proofs, verified: false,
}))

/** Every rule the house knows; of one group the particular stands before the general. */
export const reductions: readonly Reduction[] = [...resolution6622, ...civilStatus, ...residence, ...adoption, ...others, ...general]

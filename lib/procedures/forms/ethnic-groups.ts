import type { Option } from '@/lib/procedures/domain/application-form'

/** The 54 peoples of Việt Nam, the most numerous first, then by the alphabet. */
const names = `
  Kinh, Tày, Thái, Hoa, Khmer, Mường, Nùng, Mông, Dao, Gia Rai, Ê Đê, Ba Na, Bố Y, Brâu, Bru – Vân Kiều, Chăm, Chơ Ro, Chu Ru,
  Chứt, Co, Cơ Ho, Cơ Lao, Cơ Tu, Cống, Giáy, Gié Triêng, Hà Nhì, Hrê, Kháng, Khơ Mú, La Chí, La Ha, La Hủ, Lào, Lô Lô, Lự, Mạ,
  Mảng, Mnông, Ngái, Ơ Đu, Pà Thẻn, Phù Lá, Pu Péo, Raglay, Rơ Măm, Sán Chay, Sán Dìu, Si La, Tà Ôi, Thổ, Xinh Mun, Xơ Đăng,
  Xtiêng`

const groups = names.split(',').map((name) => name.trim())

export const ethnicGroups: readonly Option[] = [
  ...groups.map((name) => ({ value: name, label: name })),
  { value: 'khac', label: 'Khác, hoặc người nước ngoài' },
]

import type { Role } from '@/lib/identity/domain/permissions'
import type { SeedUnitKey } from './communes'

/** One post of a demonstration commune. */
export type SeedPost = { login: string; title: string; unit: SeedUnitKey; roles: readonly Role[]; counter?: string }

/** The people a commune needs to run its one-stop shop. `login` is the part of the user name after the commune. */
export const seedPosts: readonly SeedPost[] = [
  { login: 'chutich', title: 'Chủ tịch UBND', unit: 'committee', roles: ['leader'] },
  { login: 'phochutich', title: 'Phó Chủ tịch UBND', unit: 'committee', roles: ['leader'] },
  { login: 'giamdoc', title: 'Giám đốc Trung tâm', unit: 'one-stop-desk', roles: ['centre-director'] },
  { login: 'quay1', title: 'Cán bộ tiếp nhận', unit: 'one-stop-desk', roles: ['desk-officer', 'fee-collector'], counter: 'Quầy 1' },
  { login: 'quay2', title: 'Cán bộ tiếp nhận', unit: 'one-stop-desk', roles: ['desk-officer', 'fee-collector'], counter: 'Quầy 2' },
  { login: 'tuphap', title: 'Công chức tư pháp – hộ tịch', unit: 'justice', roles: ['case-officer'] },
  { login: 'truongtuphap', title: 'Phụ trách tư pháp – hộ tịch', unit: 'justice', roles: ['department-head'] },
  { login: 'kinhte', title: 'Chuyên viên kinh tế', unit: 'economy', roles: ['case-officer'] },
  { login: 'truongkinhte', title: 'Trưởng phòng Kinh tế', unit: 'economy', roles: ['department-head'] },
  { login: 'vanhoa', title: 'Chuyên viên văn hóa – xã hội', unit: 'culture-society', roles: ['case-officer'] },
  { login: 'truongvanhoa', title: 'Trưởng phòng Văn hóa – Xã hội', unit: 'culture-society', roles: ['department-head'] },
  { login: 'congan', title: 'Cán bộ Công an', unit: 'police', roles: ['case-officer'] },
  { login: 'truongcongan', title: 'Trưởng Công an', unit: 'police', roles: ['department-head'] },
  { login: 'quansu', title: 'Cán bộ quân sự', unit: 'military', roles: ['case-officer', 'department-head'] },
  { login: 'vanthu', title: 'Văn thư', unit: 'clerks', roles: ['records-clerk'] },
  { login: 'quantri', title: 'Quản trị hệ thống', unit: 'one-stop-desk', roles: ['administrator'] },
  // The busiest unit has two: work is shared between them.
  { login: 'tuphap2', title: 'Công chức tư pháp – hộ tịch', unit: 'justice', roles: ['case-officer'] },
]

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const middles = { male: ['Văn', 'Hữu', 'Đức', 'Minh', 'Quốc', 'Công'], female: ['Thị', 'Thị Thu', 'Ngọc', 'Thị Bích', 'Thị Kim', 'Thanh'] }
const givens = {
  male: ['An', 'Bình', 'Cường', 'Dũng', 'Đạt', 'Hải', 'Hùng', 'Khang', 'Lâm', 'Long', 'Nam', 'Phúc', 'Quân', 'Sơn', 'Thắng', 'Tuấn', 'Vinh'],
  female: ['Ánh', 'Chi', 'Dung', 'Hà', 'Hạnh', 'Hiền', 'Hoa', 'Lan', 'Liên', 'Mai', 'Nga', 'Ngân', 'Oanh', 'Phương', 'Thảo', 'Trang', 'Yến'],
}
export type Sex = 'male' | 'female'

/** A made-up name; the same numbers always give the same name. */
export function generatedName(seed: number, sex: Sex): string {
  const pick = (list: readonly string[], step: number): string => list[Math.abs(Math.imul(seed + 1, step) >>> 7) % list.length]!
  return `${pick(families, 2654435761)} ${pick(middles[sex], 2246822519)} ${pick(givens[sex], 3266489917)}`
}

import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import {
  addressField, birthField, filer, filerFields, nameField, personalIdField, returnPart, sexField, when,
} from '@/lib/procedures/forms/shared'

const owner = { name: 'owner-name', personalId: 'owner-id', birth: 'owner-birth', sex: 'owner-sex', address: 'owner-address' } as const

/** Giấy đề nghị đăng ký hộ kinh doanh (Thông tư số 68/2025/TT-BTC). */
export const householdBusiness: ApplicationForm = {
  id: 'household-business-1',
  version: 1,
  procedures: ['1.001612'],
  title: 'Đăng ký thành lập hộ kinh doanh',
  parts: [
    {
      slug: 'chu-ho',
      section: 'Chủ hộ kinh doanh',
      title: 'Ai là chủ hộ kinh doanh?',
      fields: [
        nameField('owner-name', 'Họ, chữ đệm, tên', { autocomplete: 'name' }),
        birthField('owner-birth', 'Ngày sinh', { kind: 'date', hint: 'Ví dụ 14 6 1994' }),
        sexField('owner-sex'),
        personalIdField('owner-id', { sexField: 'owner-sex', birthField: 'owner-birth' }),
        addressField('owner-address', 'Nơi thường trú'),
        addressField('owner-living', 'Nơi ở hiện nay', { required: false, hint: 'Để trống nếu đang ở nơi thường trú' }),
      ],
    },
    {
      slug: 'ho-kinh-doanh',
      section: 'Hộ kinh doanh',
      title: 'Hộ kinh doanh tên gì, ở đâu, bán gì?',
      fields: [
        {
          name: 'business-name', label: 'Tên hộ kinh doanh', kind: 'text', required: true,
          hint: 'Viết cả chữ "Hộ kinh doanh", ví dụ Hộ kinh doanh Bảy Lành',
        },
        addressField('business-address', 'Nơi đặt cửa hàng, cơ sở'),
        {
          name: 'business-lines', label: 'Ngành, nghề kinh doanh', kind: 'textarea', required: true,
          hint: 'Mỗi ngành một dòng, ví dụ: Bán tạp hóa',
        },
        { name: 'capital', label: 'Vốn kinh doanh', kind: 'number', required: true, min: 0, max: 1_000_000_000_000, unit: 'đồng' },
        {
          name: 'workers', label: 'Số lao động dự kiến', kind: 'number', required: true, min: 1, max: 1_000, unit: 'người',
          hint: 'Tính cả bạn',
        },
        { name: 'opens-on', label: 'Ngày bắt đầu bán', kind: 'date', required: true, hint: 'Ví dụ 1 12 2026' },
      ],
    },
    {
      slug: 'thanh-lap',
      section: 'Hộ kinh doanh',
      title: 'Ai thành lập?',
      fields: [
        {
          name: 'founder', label: 'Hộ kinh doanh do', kind: 'choice', required: true, whenEmpty: 'Chọn ai thành lập hộ kinh doanh',
          options: [
            { value: 'one', label: 'Một mình tôi thành lập' },
            { value: 'family', label: 'Các thành viên hộ gia đình cùng thành lập' },
          ],
        },
        {
          name: 'members', label: 'Các thành viên cùng góp', kind: 'textarea', required: true, when: [when('founder', 'family')],
          hint: 'Mỗi người một dòng: họ tên, số định danh',
        },
        {
          name: 'business-phone', label: 'Điện thoại của cửa hàng', kind: 'phone', required: false,
          hint: 'Để trống nếu dùng chung số báo tin',
        },
      ],
    },
    {
      slug: 'nguoi-nop',
      section: 'Người nộp',
      title: 'Ai nộp hồ sơ?',
      fields: [
        {
          name: 'for-whom', label: 'Người nộp', kind: 'choice', required: true,
          options: [{ value: 'self', label: 'Chủ hộ kinh doanh' }, { value: 'other', label: 'Người được ủy quyền' }],
        },
        ...filerFields([when('for-whom', 'other')]),
      ],
    },
    returnPart('Giấy chứng nhận'),
  ],
  applicant: [owner],
  filledBy: [{ ...owner, when: [when('for-whom', 'self')] }, { ...filer, when: [when('for-whom', 'other')] }],
}

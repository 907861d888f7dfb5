import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import {
  addressField, birthField, ethnicityField, filer, filerFields, nameField, nationalityField, personalIdField, returnPart, sexField,
  when,
} from '@/lib/procedures/forms/shared'

const holder = { name: 'holder-name', personalId: 'holder-id', birth: 'holder-birth', sex: 'holder-sex', address: 'holder-address' } as const

/** Tờ khai cấp Giấy xác nhận tình trạng hôn nhân. */
export const maritalStatus: ApplicationForm = {
  id: 'marital-status-1',
  version: 1,
  procedures: ['1.004873'],
  title: 'Giấy xác nhận tình trạng hôn nhân',
  parts: [
    {
      slug: 'nguoi-duoc-xac-nhan',
      section: 'Người được xác nhận',
      title: 'Giấy xác nhận cấp cho ai?',
      fields: [
        nameField('holder-name', 'Họ, chữ đệm, tên', { autocomplete: 'name' }),
        birthField('holder-birth', 'Ngày sinh'),
        sexField('holder-sex'),
        personalIdField('holder-id', { sexField: 'holder-sex', birthField: 'holder-birth' }),
        ethnicityField('holder-ethnicity', 'Tờ khai và Giấy xác nhận có mục dân tộc.'),
        nationalityField('holder-nationality'),
        addressField('holder-address'),
      ],
    },
    {
      slug: 'tinh-trang',
      section: 'Nội dung xác nhận',
      title: 'Tình trạng hôn nhân hiện nay thế nào?',
      fields: [
        {
          name: 'status', label: 'Tình trạng hôn nhân', kind: 'choice', required: true,
          options: [
            { value: 'never', label: 'Chưa kết hôn với ai' },
            { value: 'married', label: 'Đang có vợ hoặc chồng' },
            { value: 'divorced', label: 'Đã ly hôn, chưa kết hôn lại' },
            { value: 'widowed', label: 'Vợ hoặc chồng đã mất, chưa kết hôn lại' },
          ],
        },
        {
          name: 'status-paper', label: 'Giấy tờ về việc đó', kind: 'text', required: true,
          when: [when('status', 'married', 'divorced', 'widowed')],
          hint: 'Tên, số, ngày và nơi cấp, ví dụ Quyết định ly hôn số 12 ngày 3/4/2024 của Tòa án',
        },
        {
          name: 'past-places', label: 'Từ khi đủ tuổi kết hôn đến nay có ở nơi khác không', kind: 'yes-no', required: true,
          why: 'Nơi bạn từng đăng ký thường trú xác nhận giúp, bạn không phải tự đi hỏi.',
        },
        {
          name: 'past-addresses', label: 'Đã ở đâu, từ khi nào đến khi nào', kind: 'textarea', required: true,
          when: [when('past-places', 'yes')], hint: 'Mỗi nơi một dòng',
        },
      ],
    },
    {
      slug: 'muc-dich',
      section: 'Nội dung xác nhận',
      title: 'Bạn cần giấy này để làm gì?',
      fields: [
        {
          name: 'purpose', label: 'Mục đích', kind: 'choice', required: true,
          options: [{ value: 'marriage', label: 'Đăng ký kết hôn' }, { value: 'other', label: 'Việc khác' }],
          hint: 'Để kết hôn thì chỉ cấp 1 bản',
        },
        nameField('partner-name', 'Người sẽ kết hôn với bạn', { when: [when('purpose', 'marriage')] }),
        birthField('partner-birth', 'Ngày sinh của người đó', { when: [when('purpose', 'marriage')] }),
        {
          name: 'marriage-place', label: 'Nơi dự định đăng ký kết hôn', kind: 'text', required: true,
          when: [when('purpose', 'marriage')], hint: 'Ví dụ UBND xã Tân Quới, tỉnh Đồng Tháp',
        },
        {
          name: 'other-purpose', label: 'Việc cần dùng', kind: 'text', required: true, when: [when('purpose', 'other')],
          hint: 'Ví dụ vay vốn ngân hàng, mua bán nhà đất',
        },
      ],
    },
    {
      slug: 'nguoi-nop',
      section: 'Người nộp',
      title: 'Bạn làm cho mình hay làm thay?',
      fields: [
        {
          name: 'for-whom', label: 'Giấy này', kind: 'choice', required: true, whenEmpty: 'Chọn làm cho mình hay làm thay',
          options: [{ value: 'self', label: 'Làm cho chính tôi' }, { value: 'other', label: 'Làm thay người khác' }],
        },
        ...filerFields([when('for-whom', 'other')]),
      ],
    },
    returnPart('Giấy xác nhận'),
  ],
  applicant: [holder],
  filledBy: [{ ...holder, when: [when('for-whom', 'self')] }, { ...filer, when: [when('for-whom', 'other')] }],
  variantRule: { kind: 'by-answer', field: 'purpose', variants: { marriage: 'ket-hon', other: 'muc-dich-khac' } },
}

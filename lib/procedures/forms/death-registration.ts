import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import {
  addressField, birthField, copiesField, ethnicityField, filer, filerFields, nameField, nationalityField, personalIdField, returnPart,
  sexField, when,
} from '@/lib/procedures/forms/shared'

/** Tờ khai đăng ký khai tử. */
export const deathRegistration: ApplicationForm = {
  id: 'death-registration-1',
  version: 1,
  procedures: ['1.000656'],
  title: 'Đăng ký khai tử',
  parts: [
    {
      slug: 'nguoi-mat',
      section: 'Người mất',
      title: 'Người mất là ai?',
      fields: [
        nameField('deceased-name'),
        birthField('deceased-birth', 'Ngày sinh', { earliestYear: 1850 }),
        sexField('deceased-sex'),
        personalIdField('deceased-id', {
          required: false, sexField: 'deceased-sex', birthField: 'deceased-birth',
          hint: '12 chữ số trên thẻ căn cước. Không có thì để trống.',
        }),
        ethnicityField('deceased-ethnicity', 'Tờ khai và Sổ đăng ký khai tử có mục dân tộc của người mất.'),
        nationalityField('deceased-nationality'),
        addressField('deceased-address', 'Nơi cư trú cuối cùng'),
      ],
    },
    {
      slug: 'viec-mat',
      section: 'Người mất',
      title: 'Mất khi nào, ở đâu?',
      fields: [
        {
          name: 'death-date', label: 'Ngày mất', kind: 'partial-date', required: true, latest: 'today', notBefore: 'deceased-birth',
          hint: 'Ngày dương lịch, ví dụ 5 11 2026',
        },
        { name: 'death-time', label: 'Giờ, phút', kind: 'text', required: false, hint: 'Ví dụ 14 giờ 30. Không rõ thì để trống.' },
        { name: 'death-place', label: 'Nơi mất', kind: 'address', required: true, hint: 'Tên bệnh viện, hoặc địa chỉ tới xã, phường' },
        { name: 'death-cause', label: 'Nguyên nhân', kind: 'text', required: false, hint: 'Ghi theo Giấy báo tử. Chưa rõ thì để trống.' },
      ],
    },
    {
      slug: 'giay-bao-tu',
      section: 'Giấy báo tử',
      title: 'Bạn có giấy báo tử không?',
      fields: [
        {
          name: 'notice-kind', label: 'Giấy báo tử', kind: 'choice', required: true,
          options: [
            { value: 'notice', label: 'Có Giấy báo tử' },
            { value: 'instead', label: 'Có giấy tờ thay Giấy báo tử' },
            { value: 'none', label: 'Không có' },
          ],
        },
        { name: 'notice-number', label: 'Số giấy', kind: 'text', required: false, when: [when('notice-kind', 'notice', 'instead')] },
        { name: 'notice-issuer', label: 'Nơi cấp', kind: 'text', required: true, when: [when('notice-kind', 'notice', 'instead')] },
        {
          name: 'notice-date', label: 'Ngày cấp', kind: 'date', required: true, latest: 'today', notBefore: 'death-date',
          hint: 'Ví dụ 5 11 2026', when: [when('notice-kind', 'notice', 'instead')],
        },
      ],
    },
    {
      slug: 'nguoi-dang-ky',
      section: 'Người đi đăng ký',
      title: 'Bạn là ai?',
      fields: [
        ...filerFields(),
        { name: 'filer-relation', label: 'Quan hệ với người mất', kind: 'text', required: true, hint: 'Ví dụ con, vợ, cháu nội' },
      ],
    },
    returnPart('Trích lục khai tử', [copiesField('Trích lục khai tử')]),
  ],
  applicant: [filer],
  filledBy: [filer],
}

import type { Sex } from '@/lib/identity/domain/person'
import type { ApplicationForm, FormPart } from '@/lib/procedures/domain/application-form'
import {
  addressField, birthField, copiesField, ethnicityField, nameField, nationalityField, personalIdField, returnPart, when,
} from '@/lib/procedures/forms/shared'

/** Tờ khai đăng ký kết hôn. */
export const marriageRegistration: ApplicationForm = {
  id: 'marriage-registration-1',
  version: 1,
  procedures: ['1.000894'],
  title: 'Đăng ký kết hôn',
  parts: [
    sidePart('ben-nam', 'groom', 'Bên nam', 'male'),
    sidePart('ben-nu', 'bride', 'Bên nữ', 'female'),
    {
      slug: 'nguoi-nop',
      section: 'Người nộp',
      title: 'Bạn là bên nào?',
      why: 'Khi đăng ký, cả hai người phải có mặt để ký Sổ và Giấy chứng nhận kết hôn.',
      fields: [
        {
          name: 'filer-side', label: 'Người nộp hồ sơ', kind: 'choice', required: true,
          options: [{ value: 'groom', label: 'Bên nam' }, { value: 'bride', label: 'Bên nữ' }],
        },
      ],
    },
    returnPart('Giấy chứng nhận kết hôn', [copiesField('Trích lục kết hôn')], ['desk']),
  ],
  applicant: [{ ...sideOf('bride'), when: [when('filer-side', 'bride')] }, sideOf('groom')],
  filledBy: [{ ...sideOf('bride'), when: [when('filer-side', 'bride')] }, { ...sideOf('groom'), when: [when('filer-side', 'groom')] }],
}

function sidePart(slug: string, who: 'groom' | 'bride', title: string, sex: 'male' | 'female'): FormPart {
  return {
    slug,
    section: title,
    title: `${title} là ai?`,
    fields: [
      nameField(`${who}-name`),
      birthField(`${who}-birth`, 'Ngày sinh', { kind: 'date', hint: 'Ví dụ 14 6 1994' }),
      personalIdField(`${who}-id`, { sex, birthField: `${who}-birth` }),
      ethnicityField(`${who}-ethnicity`, 'Tờ khai và Sổ đăng ký kết hôn có mục dân tộc của hai bên.'),
      nationalityField(`${who}-nationality`),
      addressField(`${who}-address`),
      { name: `${who}-marriage`, label: 'Kết hôn lần thứ mấy', kind: 'number', required: true, min: 1, max: 20 },
    ],
  }
}

function sideOf(who: 'groom' | 'bride') {
  const isSex: Sex = who === 'bride' ? 'female' : 'male'
  return { name: `${who}-name`, personalId: `${who}-id`, birth: `${who}-birth`, address: `${who}-address`, isSex }
}

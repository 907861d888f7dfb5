import type { Sex } from '@/lib/identity/domain/person'
import type { ApplicationForm, FormPart } from '@/lib/procedures/domain/application-form'
import {
  addressField, birthField, copiesField, ethnicityField, filer, filerFields, nameField, nationalityField, personalIdField, returnPart, sexField, when,
} from '@/lib/procedures/forms/shared'

const ETHNICITY = 'Tờ khai và Sổ đăng ký khai sinh có mục dân tộc của bé, cha và mẹ. Chỉ dùng để ghi Sổ và Giấy khai sinh.'

/** Tờ khai đăng ký khai sinh. */
export const birthRegistration: ApplicationForm = {
  id: 'birth-registration-1',
  version: 1,
  procedures: ['1.001193'],
  title: 'Đăng ký khai sinh',
  parts: [
    {
      slug: 'be',
      section: 'Bé',
      title: 'Bé tên gì?',
      fields: [
        nameField('child-name', 'Họ, chữ đệm, tên', { hint: 'Giấy khai sinh sẽ ghi đúng như bạn viết, kể cả dấu' }),
        sexField('child-sex'),
        ethnicityField('child-ethnicity', ETHNICITY),
        nationalityField('child-nationality'),
        addressField('child-hometown', 'Quê quán', { hint: 'Theo quê của cha hoặc mẹ, ví dụ xã Tân Quới, tỉnh Đồng Tháp' }),
      ],
    },
    {
      slug: 'noi-sinh',
      section: 'Bé',
      title: 'Bé sinh ngày nào, ở đâu?',
      why: 'Ngày sinh và nơi sinh được ghi vào Sổ hộ tịch và Giấy khai sinh, và cho biết bạn có đăng ký trong 60 ngày không.',
      fields: [
        {
          name: 'child-birth', label: 'Ngày sinh', kind: 'date', required: true, latest: 'today',
          hint: 'Ghi như trong Giấy chứng sinh, ví dụ 5 11 2026',
        },
        {
          name: 'birth-place', label: 'Nơi sinh', kind: 'choice', required: true, whenEmpty: 'Chọn nơi bé sinh ra',
          options: [
            { value: 'facility', label: 'Bệnh viện hoặc trạm y tế' },
            { value: 'home', label: 'Ở nhà' },
            { value: 'elsewhere', label: 'Nơi khác' },
          ],
        },
        {
          name: 'birth-facility', label: 'Tên bệnh viện hoặc trạm y tế', kind: 'text', required: true,
          when: [when('birth-place', 'facility')],
        },
        {
          name: 'birth-address', label: 'Địa chỉ nơi sinh', kind: 'address', required: true,
          hint: 'Ghi tới xã hoặc phường, tỉnh hoặc thành phố',
        },
      ],
    },
    parentPart('me', 'mother', 'Mẹ', 'female'),
    parentPart('cha', 'father', 'Cha', 'male'),
    {
      slug: 'nguoi-dang-ky',
      section: 'Người đi đăng ký',
      title: 'Ai đi đăng ký?',
      why: 'Cha mẹ bận thì ông bà, cô chú bác ruột làm thay, không cần chứng thực giấy ủy quyền.',
      fields: [
        {
          name: 'filer-relation', label: 'Bạn là gì của bé', kind: 'choice', required: true, whenEmpty: 'Chọn bạn là gì của bé',
          options: [
            { value: 'mother', label: 'Mẹ' },
            { value: 'father', label: 'Cha' },
            { value: 'relative', label: 'Ông, bà hoặc người thân ruột thịt' },
            { value: 'mandated', label: 'Người được ủy quyền, người nuôi dưỡng' },
          ],
        },
        ...filerFields([when('filer-relation', 'relative', 'mandated')]),
      ],
    },
    returnPart('Giấy khai sinh', [copiesField('Giấy khai sinh')], ['desk', 'post']),
  ],
  applicant: [
    { ...parentOf('father'), when: [when('filer-relation', 'father'), when('father-declared', 'yes')] },
    { ...parentOf('mother'), when: [when('mother-declared', 'yes')] },
    { ...parentOf('father'), when: [when('father-declared', 'yes')] },
    filer,
  ],
  filledBy: [
    { ...parentOf('mother'), when: [when('filer-relation', 'mother'), when('mother-declared', 'yes')] },
    { ...parentOf('father'), when: [when('filer-relation', 'father'), when('father-declared', 'yes')] },
    { ...filer, when: [when('filer-relation', 'relative', 'mandated')] },
  ],
  variantRule: { kind: 'by-days', field: 'child-birth', days: 60, within: 'dung-han', after: 'qua-han' },
}

function parentPart(slug: string, who: 'mother' | 'father', title: string, sex: 'male' | 'female'): FormPart {
  const known = { when: [when(`${who}-declared`, 'yes')] }
  return {
    slug,
    section: title,
    title: `${title} của bé là ai?`,
    fields: [
      {
        name: `${who}-declared`, label: `Có ghi phần ${title.toLowerCase()} không`, kind: 'yes-no', required: true, initial: 'yes',
        whenEmpty: `Chọn có ghi phần ${title.toLowerCase()} hay không`, hint: 'Trẻ bị bỏ rơi, hoặc chưa xác định được thì chọn Không',
      },
      nameField(`${who}-name`, 'Họ, chữ đệm, tên', known),
      personalIdField(`${who}-id`, {
        ...known, required: false, sex, birthField: `${who}-birth`, label: `Số định danh của ${title.toLowerCase()}`,
        hint: '12 chữ số trên thẻ căn cước. Người nước ngoài để trống.',
      }),
      birthField(`${who}-birth`, `Ngày sinh của ${title.toLowerCase()}`, known),
      ethnicityField(`${who}-ethnicity`, ETHNICITY, known),
      nationalityField(`${who}-nationality`, known),
      addressField(`${who}-address`, 'Nơi cư trú', known),
    ],
  }
}

function parentOf(who: 'mother' | 'father') {
  const isSex: Sex = who === 'mother' ? 'female' : 'male'
  return { name: `${who}-name`, personalId: `${who}-id`, birth: `${who}-birth`, address: `${who}-address`, isSex }
}

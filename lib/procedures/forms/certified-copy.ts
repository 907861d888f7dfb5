import type { ApplicationForm, Field } from '@/lib/procedures/domain/application-form'
import { nameField, personalIdField, returnPart, when } from '@/lib/procedures/forms/shared'

const filer = { name: 'filer-name', personalId: 'filer-id' } as const

/** What is needed to have copies certified: the paper, its pages, the copies. The law has no form for it; the desk asks the same. */
export const certifiedCopy: ApplicationForm = {
  id: 'certified-copy-1',
  version: 1,
  procedures: ['2.000815'],
  title: 'Chứng thực bản sao từ bản chính',
  parts: [
    {
      slug: 'giay-to',
      section: 'Giấy tờ cần sao',
      title: 'Bạn cần sao giấy tờ gì?',
      why: 'Số trang và số bản cho biết phải trả bao nhiêu: 2.000 đồng mỗi trang, từ trang thứ 3 là 1.000 đồng.',
      fields: [
        ...paperFields('paper', true),
        { name: 'more-papers', label: 'Còn giấy tờ khác không', kind: 'yes-no', required: true, initial: 'no' },
      ],
    },
    {
      slug: 'giay-to-khac',
      section: 'Giấy tờ cần sao',
      title: 'Giấy tờ khác là gì?',
      fields: [
        ...paperFields('second', true).map((field) => ({ ...field, when: [when('more-papers', 'yes')] })),
        ...paperFields('third', false).map((field) => ({ ...field, when: [when('more-papers', 'yes')] })),
      ],
    },
    {
      slug: 'nguoi-yeu-cau',
      section: 'Người yêu cầu',
      title: 'Bạn là ai?',
      fields: [
        nameField('filer-name', 'Họ, chữ đệm, tên của bạn', { autocomplete: 'name' }),
        personalIdField('filer-id', { label: 'Số định danh của bạn', required: false, hint: '12 chữ số. Không có thì để trống.' }),
      ],
    },
    returnPart('bản sao chứng thực', [], ['desk']),
  ],
  applicant: [filer],
  filledBy: [filer],
}

function paperFields(prefix: string, required: boolean): Field[] {
  const which = { paper: '', second: ' thứ hai', third: ' thứ ba' }[prefix] ?? ''
  return [
    {
      name: `${prefix}-name`, label: `Tên giấy tờ${which}`, kind: 'text', required,
      hint: required ? 'Ví dụ Bằng tốt nghiệp trung học phổ thông' : 'Không có thì để trống',
    },
    { name: `${prefix}-pages`, label: `Số trang của bản chính${which}`, kind: 'number', required, min: 1, max: 500, unit: 'trang' },
    { name: `${prefix}-copies`, label: `Số bản cần sao${which}`, kind: 'number', required, min: 1, max: 200, unit: 'bản' },
  ]
}

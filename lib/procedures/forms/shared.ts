import type { Condition, Field, FormPart, Option } from '@/lib/procedures/domain/application-form'
import { ethnicGroups } from '@/lib/procedures/forms/ethnic-groups'

/** Questions that several forms ask in the same words. */

export const sexOptions: readonly Option[] = [{ value: 'male', label: 'Nam' }, { value: 'female', label: 'Nữ' }]

export const when = (field: string, ...is: string[]): Condition => ({ field, is })

type Of<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>
type TextField = Extract<Field, { kind: 'text' | 'name' | 'textarea' | 'address' | 'email' }>
type DateField = Extract<Field, { kind: 'date' | 'partial-date' }>
type ChoiceField = Extract<Field, { kind: 'choice' | 'select' }>

export const nameField = (name: string, label = 'Họ, chữ đệm, tên', more: Partial<TextField> = {}): TextField =>
  ({ name, label, kind: 'name', required: true, hint: 'Ghi có dấu, đúng như trong giấy tờ', ...more })

export const personalIdField = (name: string, more: Partial<Of<'personal-id'>> = {}): Of<'personal-id'> =>
  ({ name, label: 'Số định danh cá nhân', kind: 'personal-id', required: true, hint: '12 chữ số trên thẻ căn cước', ...more })

export const birthField = (name: string, label: string, more: Partial<DateField> = {}): DateField =>
  ({ name, label, kind: 'partial-date', required: true, latest: 'today', hint: 'Ví dụ 14 6 1994. Chỉ biết năm thì ghi năm.', ...more })

export const sexField = (name: string, more: Partial<ChoiceField> = {}): ChoiceField =>
  ({ name, label: 'Giới tính', kind: 'choice', required: true, options: sexOptions, ...more })

export const ethnicityField = (name: string, why: string, more: Partial<ChoiceField> = {}): ChoiceField =>
  ({ name, label: 'Dân tộc', kind: 'select', required: true, options: ethnicGroups, why, ...more })

export const nationalityField = (name: string, more: Partial<TextField> = {}): TextField =>
  ({ name, label: 'Quốc tịch', kind: 'text', required: true, initial: 'Việt Nam', ...more })

export const addressField = (name: string, label = 'Nơi cư trú', more: Partial<TextField> = {}): TextField =>
  ({ name, label, kind: 'address', required: true, hint: 'Số nhà, ấp hoặc đường, xã hoặc phường, tỉnh hoặc thành phố', ...more })

export const copiesField = (what: string): Field => ({
  name: 'copies', label: `Số bản sao ${what} cần thêm`, kind: 'number', required: false, min: 0, max: 20, unit: 'bản',
  hint: '8.000 đồng mỗi bản. Không cần thì để trống.',
})

/** Whoever fills the form in, where that is a person of their own (not the mother, not one of the couple). */
export const filerFields = (conditions?: readonly Condition[]): Field[] => {
  const more = conditions === undefined ? {} : { when: conditions }
  return [
    nameField('filer-name', 'Họ, chữ đệm, tên của bạn', { autocomplete: 'name', ...more }),
    personalIdField('filer-id', { label: 'Số định danh của bạn', ...more }),
    addressField('filer-address', 'Nơi cư trú của bạn', { autocomplete: 'street-address', ...more }),
  ]
}

export const filer = { name: 'filer-name', personalId: 'filer-id', address: 'filer-address' } as const

const returnOptions = { desk: 'Tại quầy', post: 'Qua bưu điện, về nhà', online: 'Bản điện tử' } as const

/** How to reach the citizen and where the result goes: the last part of every form. */
export function returnPart(
  result: string, extra: readonly Field[] = [], channels: readonly (keyof typeof returnOptions)[] = ['desk', 'post', 'online'],
): FormPart {
  const [only, ...others] = channels
  const chosen = others.length === 0 && only !== undefined ? { initial: only } : {}
  const address = addressField('return-address', 'Địa chỉ nhận', { when: [when('return-channel', 'post')], autocomplete: 'street-address' })
  return {
    slug: 'nhan-ket-qua',
    section: 'Nhận kết quả',
    title: `Bạn muốn nhận ${result} thế nào?`,
    fields: [
      {
        name: 'return-channel', label: 'Nơi nhận', kind: 'choice', required: true,
        options: channels.map((value) => ({ value, label: returnOptions[value] })), ...chosen,
      },
      ...(channels.includes('post') ? [address] : []),
      {
        name: 'contact-phone', label: 'Số điện thoại để báo tin', kind: 'phone', required: true, autocomplete: 'tel',
        hint: 'Ví dụ 0912 000 326', why: 'Để báo khi thiếu giấy tờ và khi có kết quả.',
      },
      { name: 'contact-email', label: 'Thư điện tử', kind: 'email', required: false, autocomplete: 'email', hint: 'Không có thì để trống' },
      ...extra,
    ],
  }
}

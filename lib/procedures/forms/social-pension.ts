import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import {
  addressField, birthField, filer, filerFields, nameField, personalIdField, returnPart, sexField, when,
} from '@/lib/procedures/forms/shared'

const pensioner = {
  name: 'pensioner-name', personalId: 'pensioner-id', birth: 'pensioner-birth', sex: 'pensioner-sex', address: 'pensioner-address',
} as const

/** Văn bản đề nghị hưởng trợ cấp hưu trí xã hội (Mẫu số 01 Nghị định số 176/2025/NĐ-CP). */
export const socialPension: ApplicationForm = {
  id: 'social-pension-1',
  version: 1,
  procedures: ['1.014027'],
  title: 'Trợ cấp hưu trí xã hội',
  parts: [
    {
      slug: 'nguoi-huong',
      section: 'Người hưởng',
      title: 'Ai hưởng trợ cấp?',
      fields: [
        nameField('pensioner-name'),
        birthField('pensioner-birth', 'Ngày sinh'),
        sexField('pensioner-sex'),
        personalIdField('pensioner-id', { sexField: 'pensioner-sex', birthField: 'pensioner-birth' }),
        addressField('pensioner-address', 'Nơi thường trú'),
        addressField('pensioner-living', 'Nơi ở hiện nay', { required: false, hint: 'Để trống nếu đang ở nơi thường trú' }),
      ],
    },
    {
      slug: 'hoan-canh',
      section: 'Hoàn cảnh',
      title: 'Hoàn cảnh hiện nay thế nào?',
      why: 'Từ đủ 75 tuổi được hưởng; hộ nghèo, hộ cận nghèo thì từ đủ 70 tuổi.',
      fields: [
        {
          name: 'household', label: 'Hộ gia đình', kind: 'choice', required: true,
          options: [
            { value: 'poor', label: 'Hộ nghèo' },
            { value: 'near-poor', label: 'Hộ cận nghèo' },
            { value: 'none', label: 'Không thuộc hai diện trên' },
          ],
        },
        { name: 'has-pension', label: 'Có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng không', kind: 'yes-no', required: true },
        {
          name: 'pension-amount', label: 'Mỗi tháng bao nhiêu', kind: 'number', required: true, min: 0, max: 100_000_000, unit: 'đồng',
          when: [when('has-pension', 'yes')],
        },
        { name: 'has-allowance', label: 'Đang hưởng trợ cấp khác hằng tháng không', kind: 'yes-no', required: true },
        { name: 'allowance', label: 'Trợ cấp gì', kind: 'text', required: true, when: [when('has-allowance', 'yes')] },
      ],
    },
    {
      slug: 'nhan-tien',
      section: 'Nhận tiền',
      title: 'Nhận tiền bằng cách nào?',
      fields: [
        {
          name: 'payout', label: 'Cách nhận', kind: 'choice', required: true,
          options: [{ value: 'account', label: 'Qua tài khoản ngân hàng' }, { value: 'cash', label: 'Tiền mặt, tại điểm chi trả' }],
        },
        nameField('account-holder', 'Tên chủ tài khoản', { when: [when('payout', 'account')] }),
        { name: 'account-number', label: 'Số tài khoản', kind: 'text', required: true, when: [when('payout', 'account')] },
        { name: 'account-bank', label: 'Ngân hàng', kind: 'text', required: true, when: [when('payout', 'account')] },
      ],
    },
    {
      slug: 'nguoi-nop',
      section: 'Người nộp',
      title: 'Bạn làm cho mình hay làm thay?',
      why: 'Con cháu làm thay ông bà được. Tin nhắn vẫn gửi về số điện thoại bạn ghi ở phần sau.',
      fields: [
        {
          name: 'for-whom', label: 'Bạn', kind: 'choice', required: true, whenEmpty: 'Chọn làm cho mình hay làm thay',
          options: [{ value: 'self', label: 'Làm cho chính mình' }, { value: 'other', label: 'Làm thay người thân' }],
        },
        ...filerFields([when('for-whom', 'other')]),
        {
          name: 'filer-relation', label: 'Bạn là gì của người hưởng', kind: 'text', required: true, when: [when('for-whom', 'other')],
          hint: 'Ví dụ con, cháu, người giám hộ',
        },
      ],
    },
    returnPart('quyết định'),
  ],
  applicant: [pensioner],
  filledBy: [{ ...pensioner, when: [when('for-whom', 'self')] }, { ...filer, when: [when('for-whom', 'other')] }],
}

import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import { addressField, birthField, filerFields, nameField, personalIdField, returnPart, when } from '@/lib/procedures/forms/shared'

const filer = { name: 'filer-name', personalId: 'filer-id', birth: 'filer-birth', address: 'filer-address' } as const

/** For every procedure without a form of its own: who, for whom, what, how to reach them. The official form is attached. */
export const general: ApplicationForm = {
  id: 'general-1',
  version: 1,
  procedures: [],
  title: 'Tờ khai chung',
  parts: [
    {
      slug: 'nguoi-nop',
      section: 'Người nộp',
      title: 'Bạn là ai?',
      fields: [
        ...filerFields(),
        birthField('filer-birth', 'Ngày sinh của bạn'),
        {
          name: 'for-whom', label: 'Bạn làm cho ai', kind: 'choice', required: true,
          options: [
            { value: 'self', label: 'Cho chính tôi hoặc gia đình tôi' },
            { value: 'other', label: 'Làm thay người khác' },
            { value: 'organisation', label: 'Cho cơ quan, tổ chức' },
          ],
        },
      ],
    },
    {
      slug: 'chu-ho-so',
      section: 'Chủ hồ sơ',
      title: 'Bạn làm thay cho ai?',
      fields: [
        nameField('applicant-name', 'Họ, chữ đệm, tên', { when: [when('for-whom', 'other')] }),
        personalIdField('applicant-id', {
          required: false, birthField: 'applicant-birth', hint: '12 chữ số. Trẻ em, người nước ngoài chưa có thì để trống.',
          when: [when('for-whom', 'other')],
        }),
        birthField('applicant-birth', 'Ngày sinh', { when: [when('for-whom', 'other')] }),
        addressField('applicant-address', 'Nơi cư trú', { when: [when('for-whom', 'other')] }),
        {
          name: 'mandate', label: 'Bạn làm thay với tư cách gì', kind: 'text', required: true, when: [when('for-whom', 'other')],
          hint: 'Ví dụ con, người giám hộ, người được ủy quyền',
        },
        {
          name: 'organisation-name', label: 'Tên cơ quan, tổ chức', kind: 'text', required: true, autocomplete: 'organization',
          when: [when('for-whom', 'organisation')],
        },
        addressField('organisation-address', 'Địa chỉ trụ sở', { when: [when('for-whom', 'organisation')] }),
      ],
    },
    {
      slug: 'noi-dung',
      section: 'Nội dung đề nghị',
      title: 'Bạn đề nghị việc gì?',
      why: 'Viết ngắn gọn. Tờ khai theo mẫu của thủ tục, nếu có, bạn đính kèm ở bước giấy tờ.',
      fields: [
        { name: 'request', label: 'Nội dung đề nghị', kind: 'textarea', required: true },
        { name: 'remark', label: 'Điều cần lưu ý', kind: 'textarea', required: false, hint: 'Không có thì để trống' },
      ],
    },
    returnPart('kết quả'),
  ],
  applicant: [
    {
      name: 'applicant-name', personalId: 'applicant-id', birth: 'applicant-birth', address: 'applicant-address',
      when: [when('for-whom', 'other')],
    },
    { kind: 'organisation', name: 'organisation-name', address: 'organisation-address', when: [when('for-whom', 'organisation')] },
    filer,
  ],
  filledBy: [filer],
}

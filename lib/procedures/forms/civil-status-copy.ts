import type { ApplicationForm } from '@/lib/procedures/domain/application-form'
import { birthField, filer, filerFields, nameField, personalIdField, returnPart, when } from '@/lib/procedures/forms/shared'

/** Tờ khai đề nghị cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh. */
export const civilStatusCopy: ApplicationForm = {
  id: 'civil-status-copy-1',
  version: 1,
  procedures: ['2.000635'],
  title: 'Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
  parts: [
    {
      slug: 'ban-sao',
      section: 'Bản sao cần cấp',
      title: 'Bạn cần bản sao gì?',
      fields: [
        {
          name: 'event', label: 'Loại giấy', kind: 'choice', required: true, whenEmpty: 'Chọn loại giấy bạn cần',
          options: [
            { value: 'birth', label: 'Bản sao Giấy khai sinh' },
            { value: 'marriage', label: 'Trích lục kết hôn' },
            { value: 'death', label: 'Trích lục khai tử' },
            { value: 'other', label: 'Trích lục khác', hint: 'Nhận cha mẹ con, giám hộ, cải chính, nuôi con nuôi' },
          ],
        },
        { name: 'event-other', label: 'Trích lục về việc gì', kind: 'text', required: true, when: [when('event', 'other')] },
        { name: 'copies', label: 'Số bản', kind: 'number', required: true, min: 1, max: 20, unit: 'bản', hint: '8.000 đồng mỗi bản' },
      ],
    },
    {
      slug: 'nguoi-trong-giay',
      section: 'Người trong giấy',
      title: 'Giấy mang tên ai?',
      fields: [
        nameField('holder-name', 'Họ, chữ đệm, tên', { hint: 'Trích lục kết hôn thì ghi tên một trong hai người' }),
        birthField('holder-birth', 'Ngày sinh'),
        personalIdField('holder-id', { required: false, birthField: 'holder-birth', hint: '12 chữ số. Không có thì để trống.' }),
        {
          name: 'registered-at', label: 'Nơi đã đăng ký', kind: 'text', required: true,
          hint: 'Ví dụ UBND xã Tân Quới, huyện Thanh Bình, tỉnh Đồng Tháp',
        },
        {
          name: 'registered-on', label: 'Ngày đăng ký', kind: 'partial-date', required: false, latest: 'today',
          hint: 'Không nhớ thì để trống, hoặc chỉ ghi năm',
        },
        { name: 'registered-number', label: 'Số đăng ký', kind: 'text', required: false, hint: 'Số trên giấy cũ. Không có thì để trống.' },
      ],
    },
    {
      slug: 'nguoi-yeu-cau',
      section: 'Người yêu cầu',
      title: 'Bạn là ai?',
      fields: [
        ...filerFields(),
        {
          name: 'filer-relation', label: 'Bạn là gì của người trong giấy', kind: 'choice', required: true,
          options: [
            { value: 'self', label: 'Chính tôi' },
            { value: 'family', label: 'Người thân trong gia đình' },
            { value: 'mandated', label: 'Người được ủy quyền' },
            { value: 'agency', label: 'Cơ quan, tổ chức cần bản sao' },
          ],
        },
      ],
    },
    returnPart('bản sao'),
  ],
  applicant: [filer],
  filledBy: [filer],
}

import { paperForms } from '@/lib/documents/domain/official-paper'
import { paperName } from '@/lib/documents/wording'

/** Kinds of paper that a stranger may hold; sheets and books stay in the house. */
export const kindOptions = [
  { value: 'result', label: 'Kết quả giải quyết hồ sơ' },
  ...paperForms.filter((form) => form !== 'control-sheet' && form !== 'dossier-register').map((form) => ({ value: form, label: paperName[form] })),
]

export const checkProblem = {
  'no-file': 'Chưa chọn tệp. Bấm Chọn tệp, chọn tệp PDF cần kiểm tra.',
  'file-too-large': 'Tệp nặng quá 20 MB. Chỉ kiểm tra được tệp nhẹ hơn.',
  'upload-too-large': 'Tệp nặng quá 20 MB. Chỉ kiểm tra được tệp nhẹ hơn.',
  'upload-broken': 'Đường truyền bị ngắt giữa chừng nên chưa nhận được tệp. Gửi lại.',
  'too-many-attempts': 'Bạn đã hỏi nhiều lần liền nhau. Chờ 10 phút rồi thử lại.',
  unavailable: 'Hệ thống đang bận. Chờ một phút rồi thử lại.',
  over: 'Kết quả kiểm tra chỉ giữ 15 phút. Gửi lại tệp để kiểm tra.',
} as const

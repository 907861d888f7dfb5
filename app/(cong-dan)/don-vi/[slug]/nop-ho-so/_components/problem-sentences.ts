/** Why a dossier could not be sent, and what to do about it. */
export const sendProblem: Record<string, string> = {
  unavailable: 'Hệ thống đang bận. Hồ sơ của bạn vẫn còn nguyên; chờ một phút rồi gửi lại, không sợ gửi hai lần.',
  'form-incomplete': 'Còn câu trả lời cần xem lại. Bấm Sửa ở những mục được đánh dấu.',
  'papers-missing': 'Còn thiếu giấy tờ bắt buộc. Bổ sung ở phần Giấy tờ rồi gửi lại.',
  'draft-not-found': 'Bản nháp này không còn. Mở Hồ sơ của tôi để xem những hồ sơ đang có.',
  'commune-prepares': 'Xã này nhận hồ sơ qua Cổng Dịch vụ công quốc gia. Tải lại trang để lấy mã mang đến quầy.',
  'not-online': 'Thủ tục này chỉ nhận trực tiếp tại quầy.',
  'calendar-changed': 'Lịch làm việc vừa thay đổi. Bấm gửi lại một lần nữa.',
  'same-key-other-content': 'Hồ sơ này vừa được gửi từ một máy khác. Mở Hồ sơ của tôi để xem.',
  'already-filed': 'Hồ sơ này đã được gửi. Mở Hồ sơ của tôi để xem.',
  'too-many-attempts': 'Bạn đã gửi nhiều hồ sơ liên tiếp. Chờ ít phút rồi gửi tiếp; bản nháp vẫn còn nguyên.',
}

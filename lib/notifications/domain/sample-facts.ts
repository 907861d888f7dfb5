import type { MessageFacts } from './message'

/** A dossier of nobody's, so that a text can be read as it will look. Noon in Việt Nam is 05:00 UTC. */
export const sampleFacts: MessageFacts = {
  code: 'Z99.19.01-261120-0017',
  procedureName: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  officeName: 'Trung tâm Phục vụ hành chính công phường Bách Quang',
  trackingPlace: 'bachquang.example.gov.vn/tra-cuu',
  secret: 'P4X9TNABCD',
  acceptBy: new Date('2026-11-23T02:00:00Z'),
  dueAt: new Date('2026-11-26T10:30:00Z'),
  missing: ['Giấy ly hôn: nộp bản sao có chứng thực', 'Ảnh: chụp lại, rõ cả bốn góc'],
  isPaused: true,
  supplementBy: '27/11/2026',
  reason: 'chờ cơ quan khác trả lời xác minh',
  promisedAt: new Date('2026-12-01T10:30:00Z'),
  outcome: 'granted',
  returnPlace: 'tại quầy trả kết quả của Trung tâm',
  owedVnd: 8000,
  trackingNumber: 'EA123456789VN',
}

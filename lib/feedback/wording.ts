import type { RatingQuestion, Score } from './domain/rating'

export const scoreLabel = { 1: 'Rất không hài lòng', 2: 'Không hài lòng', 3: 'Bình thường', 4: 'Hài lòng', 5: 'Rất hài lòng' } satisfies Record<Score, string>

export const ratingQuestionLabel = {
  'told-everything-once': 'Giấy tờ cần nộp được hướng dẫn đủ trong một lần',
  'on-the-promised-day': 'Kết quả được trả đúng ngày hẹn',
  'treated-kindly': 'Cán bộ hướng dẫn lịch sự, dễ hiểu',
} satisfies Record<RatingQuestion, string>

export const ratingProblemSentence = {
  'not-found': 'Không tìm thấy hồ sơ. Tra cứu lại bằng mã hồ sơ và mã bí mật.',
  forbidden: 'Chỉ người nộp hồ sơ đánh giá được.',
  'not-yet': 'Hồ sơ chưa có kết quả. Mời bạn quay lại đánh giá khi đã nhận kết quả.',
  'already-rated': 'Bạn đã đánh giá hồ sơ này. Cảm ơn bạn.',
} as const

export const ratingInputSentence = { score: 'Chọn một mức hài lòng.', comment: 'Ghi không quá 1000 chữ.' } as const

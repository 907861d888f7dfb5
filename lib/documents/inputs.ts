import { z } from 'zod'
import { mayBeNumberedElsewhere, numberingModes } from './domain/numbering'
import { paperForms } from './domain/official-paper'

/** "45", "45a": what a clerk writes before the stroke. */
export const NumberPaperInput = z.object({
  paperId: z.uuid(),
  number: z.string().trim().regex(/^[1-9]\d{0,5}[a-zđ]?$/i, 'Ghi số như trong sổ văn thư: 45 hoặc 45a. Phần sau dấu gạch chéo đã in sẵn.'),
})

export const SetNumberingInput = z.object({
  form: z.enum(paperForms).refine(mayBeNumberedElsewhere, 'Giấy này đưa ngay cho người dân nên luôn lấy số của dãy riêng.'),
  mode: z.enum(numberingModes, 'Chọn một cách đánh số.'),
})

/** What was ticked in the list of papers, to print in one go. */
export const MOST_PRINTED = 50
export const PrintManyInput = z.object({
  paperIds: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).min(1, 'Chọn ít nhất một văn bản.').max(MOST_PRINTED, `Mỗi lần in không quá ${MOST_PRINTED} văn bản. Bỏ bớt rồi in làm nhiều lần.`)),
})

import { RadioGroup } from '@/components/ui/choices'
import { errorsByField, type FieldError } from '@/components/ui/error-summary'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-input'
import { ratingQuestions, scores } from '@/lib/feedback/domain/rating'
import { ratingQuestionLabel, scoreLabel } from '@/lib/feedback/wording'
import { rateAction } from '../actions'

const YES_NO = [{ value: 'yes', label: 'Đúng' }, { value: 'no', label: 'Chưa đúng' }]

/** The best step stands first, as people read from good to bad. */
export function RatingForm({ id, typed, errors }: { id: string; typed: Record<string, string>; errors: FieldError[] }) {
  const wrong = errorsByField(errors)
  return (
    <form action={rateAction.bind(null, id)} noValidate className="mt-6">
      <div>
        <RadioGroup name="diem" label="Mức hài lòng" defaultValue={typed.diem} error={wrong.diem} options={scores.toReversed().map((score) => ({ value: String(score), label: scoreLabel[score] }))} />
        {ratingQuestions.map((question) => <RadioGroup key={question} name={question} label={ratingQuestionLabel[question]} optional inline defaultValue={typed[question]} options={YES_NO} />)}
        <TextArea name="gop-y" label="Góp ý thêm" optional hint="Điều gì nên làm khác? Đừng ghi số giấy tờ của ai vào đây." defaultValue={typed['gop-y']} error={wrong['gop-y']} rows={4} maxLength={1000} />
      </div>
      <div className="mt-8"><SubmitButton block busyLabel="Đang gửi…">Gửi đánh giá</SubmitButton></div>
    </form>
  )
}

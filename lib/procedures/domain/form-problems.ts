import type { DateProblem, PartialDate } from '@/lib/identity/domain/partial-date'
import type { PersonalIdProblem, PersonalIdWarning, PhoneProblem } from '@/lib/identity/domain/person'
import type { LocalDate } from '@/lib/kernel/local-date'

/** What stands in the way of one answer. `label` is the question it is about; `part` the box of a date to go to. */
export type FieldProblem = { field: string; label: string; part?: 'day' | 'month' | 'year' } & FieldProblemKind

export type FieldProblemKind =
  | { code: 'required'; sentence: string | null; verb: 'enter' | 'choose' }
  | { code: 'too-long'; letters: number; most: number }
  | DateProblem
  | { code: 'in-future'; date: PartialDate; today: LocalDate }
  | { code: 'year-range'; year: number; earliest: number; latest: number }
  | { code: 'before-other'; other: string }
  | PersonalIdProblem
  | PhoneProblem
  | { code: 'phone-not-mobile' }
  | { code: 'email-form' }
  | { code: 'choice-unknown' }
  | { code: 'number-form' }
  | { code: 'number-range'; given: number; min: number; max: number }

/** Worth a second look; the citizen goes on all the same. */
export type FieldWarning = { field: string; label: string } & FieldWarningKind

export type FieldWarningKind = PersonalIdWarning | { code: 'name-odd-marks'; marks: string[] } | { code: 'personal-id-repeated'; other: string }

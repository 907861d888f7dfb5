import type { LocalDate } from '@/lib/kernel/local-date'
import type { Awaiting, Clock, Stage } from './dossier'

/** A state of a dossier as the national portal names it: codes "1" to "10" of its exchange. */
export type NationalCode = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10'
type State = { stage: Stage; clock: Clock['state']; awaiting: Awaiting }
type Rule = { code: NationalCode; name: string; when: Partial<{ [K in keyof State]: readonly State[K][] }> }

/**
 * The portal's list, with the day from which each issue of it holds; a new issue is a new entry, the old one stays for old reports.
 * The first rule that fits decides: a dossier that waits for its applicant says so whatever else is true.
 * `voided` has no code: a wrong entry is taken back from the portal, not reported.
 */
const issues: readonly { from: LocalDate; rules: readonly Rule[] }[] = [
  {
    from: '2018-01-01' as LocalDate,
    rules: [
      { code: '5', name: 'Yêu cầu bổ sung giấy tờ', when: { awaiting: ['supplement'] } },
      { code: '6', name: 'Yêu cầu thực hiện nghĩa vụ tài chính', when: { awaiting: ['payment'] } },
      { code: '1', name: 'Mới đăng ký', when: { stage: ['submitted'] } },
      { code: '2', name: 'Được tiếp nhận', when: { stage: ['received'] } },
      { code: '3', name: 'Không được tiếp nhận', when: { stage: ['refused'] } },
      { code: '4', name: 'Đang xử lý', when: { stage: ['in-progress'] } },
      { code: '7', name: 'Công dân yêu cầu rút hồ sơ', when: { stage: ['withdrawn'] } },
      { code: '8', name: 'Dừng xử lý', when: { stage: ['discontinued'] } },
      { code: '9', name: 'Đã xử lý xong', when: { stage: ['resolved'] } },
      { code: '10', name: 'Đã trả kết quả', when: { stage: ['returned'] } },
    ],
  },
]

const fits = ({ when }: Rule, state: State): boolean =>
  (when.stage?.includes(state.stage) ?? true) && (when.clock?.includes(state.clock) ?? true) && (when.awaiting?.includes(state.awaiting) ?? true)

/** What the national portal calls this state on a day; null where its list has no name for it. */
export function nationalCode(stage: Stage, clock: Clock['state'], awaiting: Awaiting, on: LocalDate): { code: NationalCode; name: string } | null {
  const issue = issues.findLast(({ from }) => from <= on)
  const rule = issue?.rules.find((candidate) => fits(candidate, { stage, clock, awaiting }))
  return rule === undefined ? null : { code: rule.code, name: rule.name }
}

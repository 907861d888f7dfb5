import { Icon } from '@/components/ui/icon'
import type { FormSheet } from '@/lib/reports/queries/form-06a'

/** A sheet with a broken identity cannot be filed; here it is said before anybody prints it. */
export const Checks = ({ sheet, checks }: { sheet: FormSheet; checks: number }) =>
  sheet.broken.length === 0
    ? <p className="done-text ml-auto inline-flex items-center gap-1.5 font-semibold"><Icon name="circle-check" />{checks} đẳng thức đều đúng</p>
    : <p className="late-text ml-auto inline-flex items-center gap-1.5 font-semibold"><Icon name="octagon-alert" />{sheet.broken.length} chỗ chưa khớp, chưa gửi được</p>

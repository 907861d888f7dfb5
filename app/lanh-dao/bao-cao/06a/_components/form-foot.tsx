import { paperDay } from '@/lib/kernel/format'
import { localDateOf } from '@/lib/kernel/local-date'
import { placeName, type Commune } from '@/lib/units/domain/commune'

/** Place, date and who made it: on paper only. */
export const FormFoot = ({ commune, asOf }: { commune: Commune; asOf: Date }) => (
  <div className="print-only mt-6">
    <div className="ml-auto w-72 text-center text-sm"><i>{placeName(commune)}, {paperDay(localDateOf(asOf))}</i><br /><b>Người làm báo cáo</b></div>
  </div>
)

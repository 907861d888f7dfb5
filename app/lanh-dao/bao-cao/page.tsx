import { redirect } from 'next/navigation'

/** The reports begin with the form that is filed. */
export default function ReportsPage(): never {
  redirect('/lanh-dao/bao-cao/06a')
}

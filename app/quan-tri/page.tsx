import { redirect } from 'next/navigation'

/** The calendar is what an administrator comes for most. */
export default function AdministratorPage(): never {
  redirect('/quan-tri/lich-lam-viec')
}

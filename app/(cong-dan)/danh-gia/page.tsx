import { redirect } from 'next/navigation'

/** Judging needs a dossier: code and secret lead to it. */
export default function RatePage(): never {
  redirect('/tra-cuu?toi=danh-gia')
}

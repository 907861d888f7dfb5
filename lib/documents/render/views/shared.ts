import { localDateOf } from '@/lib/kernel/local-date'
import type { Applicant, PaperForm, PaperHead, Tracking } from '../../domain/official-paper'
import { idLabel, issuerHeadLines, issuerShortName, paperName, paperTitle, watermarkText, writtenDay } from '../../wording'
import { qrSvg } from '../qr'

const none = 'không có'

/** The parts every template draws. */
export const headView = (form: PaperForm, head: PaperHead) => ({
  /** Names the file in a reader's window; number and issuer make the identity inside the file unlike any other paper's. */
  spokenTitle: `${paperName[form]} số ${head.number}`,
  title: paperTitle[form],
  governingBody: head.governingBody.toUpperCase(),
  issuerLines: issuerHeadLines[head.issuerKind],
  issuerShortName: issuerShortName[head.issuerKind],
  issuerName: head.issuerName,
  number: head.number,
  placeAndDay: `${head.place}, ${writtenDay(localDateOf(head.issuedAt))}`,
  digital: head.signing === 'digital',
  watermark: head.watermark === undefined ? null : watermarkText[head.watermark],
  verify: head.verifyUrl === undefined ? null : { qr: qrSvg(head.verifyUrl), host: new URL(head.verifyUrl).host },
})

/** `bold`: the name as the form sets it, persons in capitals. `inSentence`: "Bà Phạm Thị Thu Lài"; an organisation's name needs no title. */
export const applicantView = (applicant: Applicant) => ({
  title: applicant.title,
  bold: applicant.title === 'Tổ chức' ? applicant.name : applicant.name.toUpperCase(),
  inSentence: applicant.title === 'Tổ chức' ? applicant.name : `${applicant.title}\u00a0${applicant.name}`,
  idLabel: idLabel(applicant.title),
  personalId: applicant.personalId ?? none,
  address: applicant.address ?? none,
  phone: tied(applicant.phone) ?? none,
  email: applicant.email ?? none,
})

export const trackingView = (tracking: Tracking | null) =>
  tracking === null ? null : { host: tracking.host, secret: tied(tracking.secret), qr: qrSvg(tracking.qrUrl) }

/** Longer than any telephone number with its country. */
const LONGEST_GROUPED = 24

/** Keeps the groups of a telephone number or a secret on one line. */
export function tied(text: string): string
export function tied(text: string | null): string | null
export function tied(text: string | null): string | null {
  return text === null || text.length > LONGEST_GROUPED ? text : text.replaceAll(' ', '\u00a0')
}

/** A full stop where the sentence has none yet. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

export const twoDigits = (count: number): string => String(count).padStart(2, '0')

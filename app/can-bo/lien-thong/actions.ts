'use server'

import { FinishLegInput, HandOutInput, LegInput, ReceiveElsewhereInput, ReturnLegInput } from '@/lib/interagency/inputs'
import { handOutResult } from '@/lib/interagency/use-cases/hand-out-result'
import { receiveElsewhere } from '@/lib/interagency/use-cases/receive-elsewhere'
import { acceptLeg, finishLeg, returnLeg } from '@/lib/interagency/use-cases/work-on-leg'
import { sayProblem } from '@/lib/interagency/wording'
import { fieldOnScreen } from '../quay/_components/read-intake'
import { exchangeAction } from './_components/exchange-action'
import { readReception } from './_components/read-reception'

const legPage = (_value: unknown, form: FormData): string => `/can-bo/lien-thong/viec/${String(form.get('legId'))}`

export const acceptLegAction = exchangeAction(LegInput, acceptLeg, legPage)
export const finishLegAction = exchangeAction(FinishLegInput, finishLeg, legPage)
export const returnLegAction = exchangeAction(ReturnLegInput, returnLeg, legPage)

export const receiveElsewhereAction = exchangeAction(ReceiveElsewhereInput, receiveElsewhere, ({ id }) => `/can-bo/lien-thong/xa-khac/${id}`, {
  read: readReception,
  fieldOf: (path) => fieldOnScreen(path, false),
  say: (problem) => (problem.code === 'papers-missing' ? `Còn thiếu: ${problem.missing.join('; ')}. Đánh dấu giấy tờ đã có, hoặc hướng dẫn người dân bổ sung.` : sayProblem(problem)),
})
export const handOutAction = exchangeAction(HandOutInput, handOutResult, ({ id }) => `/can-bo/lien-thong/xa-khac/${id}`)

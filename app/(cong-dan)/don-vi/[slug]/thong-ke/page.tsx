import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PeriodForm } from '@/components/reports/period-form'
import { PageHeading, Section } from '@/components/ui/page-heading'
import { ErrorSummary, titleWithErrors } from '@/components/ui/error-summary'
import { visitor } from '@/lib/identity/domain/actor'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { readPeriod, type Query } from '@/lib/reports/inputs'
import { settlementReport } from '@/lib/reports/queries/settlement-report'
import { asOfWords, rateDefinition, runningName } from '@/lib/reports/wording'
import { communeBySlug } from '@/lib/units/queries/communes'
import { CitizenPage } from '../../../_components/citizen-page'
import { Answer } from './_components/answer'
import { Balance } from './_components/balance'
import { ByField } from './_components/by-field'
import { PeriodLinks } from './_components/period-links'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { errors } = readPeriod(await searchParams, localDateOf(now()))
  return { title: titleWithErrors(`Số liệu giải quyết hồ sơ, ${(await communeBySlug((await params).slug))?.name ?? ''}`, errors) }
}

/** How a commune keeps its word, for everybody: figures and nothing of anybody's person. */
export default async function FiguresPage({ params, searchParams }: Props) {
  const commune = (await communeBySlug((await params).slug)) ?? notFound()
  const at = now()
  const { period, typed, errors } = readPeriod(await searchParams, localDateOf(at))
  const { total, groups } = (await settlementReport(visitor, { commune: commune.slug, ...period, by: 'field' }))!
  const here = `/don-vi/${commune.slug}/thong-ke`
  return (
    <CitizenPage commune={commune}>
      <div className="pt-6">
        <ErrorSummary errors={errors} />
        <PageHeading title={`${commune.name} làm có đúng hẹn không?`} lead={<>{runningName(period, at)}: {asOfWords(period, at)}</>} />
        <PeriodLinks here={here} chosen={period} today={localDateOf(at)} />
        <Answer total={total} />
        <Balance total={total} />
        <ByField groups={groups} total={total} />
        <Section title="Xem kỳ khác" id="ky-khac"><div className="mt-4"><PeriodForm action={here} typed={typed} errors={errors} /></div></Section>
        <Section title="Số liệu này tính thế nào?">
          <p className="column mt-3">{rateDefinition}</p>
          <p className="column mt-3">Số liệu lấy thẳng từ sổ hồ sơ, không có tên hay thông tin của ai. <a href={`/api/v1/reports/settlement?commune=${commune.slug}&from=${period.from}&to=${period.to}`}>Tải dữ liệu kỳ này (JSON)</a></p>
        </Section>
      </div>
    </CitizenPage>
  )
}

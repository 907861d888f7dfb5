import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { v7 as uuidv7 } from 'uuid'
import { Button } from '@/components/ui/button'
import { LinkRows } from '@/components/ui/lists'
import { EmptyState } from '@/components/ui/note'
import { BackLink, PageHeading } from '@/components/ui/page-heading'
import { Sheet } from '@/components/ui/sheet'
import { Select, TextInput } from '@/components/ui/text-input'
import { may } from '@/lib/identity/domain/permissions'
import { requireOfficer } from '@/lib/identity/queries/current-officer'
import { localDateOf } from '@/lib/kernel/local-date'
import { now } from '@/lib/platform/clock'
import { findProcedures } from '@/lib/procedures/queries/find-procedures'
import { procedureInForce } from '@/lib/procedures/store'
import type { Commune } from '@/lib/units/domain/commune'
import { activeCommunes } from '@/lib/units/queries/communes'
import { OfficerPage } from '../../_components/officer-page'
import { ReceptionForm } from '../_components/reception-form'

export const metadata: Metadata = { title: 'Nộp cho xã khác' }

type Query = { xa?: string; tim?: string; 'thu-tuc'?: string; 'truong-hop'?: string }
const HERE = '/can-bo/lien-thong/xa-khac'

/** The citizen stands here, another commune solves: which commune, which procedure, then who and what was handed in. */
export default async function ElsewherePage({ searchParams }: { searchParams: Promise<Query> }) {
  const officer = await requireOfficer()
  if (!may(officer, 'dossier.receive', { communeId: officer.communeId })) notFound()
  const { xa, tim, 'thu-tuc': code, 'truong-hop': variantKey } = await searchParams
  const others = (await activeCommunes()).filter(({ id }) => id !== officer.communeId)
  const commune = others.find(({ slug }) => slug === xa)
  const version = commune === undefined || code === undefined ? null : await procedureInForce(code, localDateOf(now()), commune.id)
  const variant = version?.variants.find(({ key }) => key === variantKey) ?? version?.variants[0]
  return (
    <OfficerPage officer={officer}>
      <BackLink href="/can-bo/lien-thong?xem=xa-khac">Liên thông</BackLink>
      <PageHeading title="Nộp cho xã khác" lead="Nhận tại đây, xã khác giải quyết. Thời hạn tính từ lúc xã giải quyết tiếp nhận." />
      <div className="grid gap-3">
        <Sheet title="Xã giải quyết và thủ tục" step={variant === undefined ? 1 : 'done'}>
          <form action={HERE} className="flex flex-wrap items-end gap-3 [&>.field]:!mt-0">
            <Select name="xa" label="Xã giải quyết" empty="Chọn xã" defaultValue={xa} options={others.map(({ slug, name, province }) => ({ value: slug, label: `${name}, ${province.name}` }))} />
            <TextInput name="tim" label="Thủ tục" width="20" autoComplete="off" defaultValue={tim ?? ''} />
            <Button icon="search">Tìm thủ tục</Button>
          </form>
          {commune !== undefined && version === null && <Found commune={commune} typed={tim ?? ''} />}
        </Sheet>
        {commune !== undefined && version !== null && variant !== undefined && <ReceptionForm commune={commune} version={version} variant={variant} idempotencyKey={uuidv7()} />}
      </div>
    </OfficerPage>
  )
}

async function Found({ commune, typed }: { commune: Commune; typed: string }) {
  const found = await findProcedures({ typed, communeId: commune.id, limit: 12 })
  const rows = found.flatMap(({ version }) => version.variants.map((variant) => ({
    href: `${HERE}?${new URLSearchParams({ xa: commune.slug, 'thu-tuc': version.procedureCode, 'truong-hop': variant.key })}`, title: version.content.plainName, detail: `${version.procedureCode}, ${version.fieldName}. ${variant.name}`,
  })))
  return rows.length === 0 ? <EmptyState>Không có thủ tục nào khớp. Gõ từ khác.</EmptyState> : <LinkRows rows={rows} className="mt-3" />
}

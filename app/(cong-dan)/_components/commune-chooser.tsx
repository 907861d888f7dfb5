import { Button } from '@/components/ui/button'
import { PageHeading, Section } from '@/components/ui/page-heading'
import type { Commune } from '@/lib/units/domain/commune'

/** Where a visitor picks the commune once. Each name is a button of one form: no script, no select of hundreds. */
export function CommuneChooser({ communes, next = '/' }: { communes: readonly Commune[]; next?: string }) {
  const provinces = [...new Map(communes.map(({ province }) => [province.slug, province.name]))]
  return (
    <div className="column">
      <PageHeading title="Bạn cần làm giấy tờ ở đâu?" lead="Chọn xã, phường nơi bạn ở hoặc nơi giải quyết hồ sơ. Lần sau không phải chọn lại." />
      <form action="/chon-don-vi" method="post" className="mt-6">
        <input type="hidden" name="tiep" value={next} />
        {provinces.map(([slug, name]) => (
          <Section key={slug} title={name}>
            <ul className="mt-3 grid gap-3 sm:grid-cols-2">
              {communes.filter(({ province }) => province.slug === slug).map((commune) => (
                <li key={commune.slug}><Button variant="outlined" name="xa" value={commune.slug} block>{commune.name}</Button></li>
              ))}
            </ul>
          </Section>
        ))}
      </form>
    </div>
  )
}

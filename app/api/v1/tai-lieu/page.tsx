import type { Metadata } from 'next'
import { CitizenPage } from '@/app/(cong-dan)/_components/citizen-page'
import { endpoints } from '@/app/api/v1/_contract/openapi'
import { BackLink, PageHeading, Section } from '@/components/ui/page-heading'
import { env } from '@/lib/platform/env'
import { chosenCommune } from '@/lib/units/queries/chosen-commune'
import { Operation } from './_components/operation'

export const metadata: Metadata = { title: 'Dữ liệu mở và giao diện cho hệ thống khác' }

const anchorOf = (path: string): string => path.replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')

/** The contract in plain words, from the same schemas that check each request and answer. */
export default async function ApiPage() {
  const root = `${env.publicUrl}/api/v1`
  return (
    <CitizenPage commune={await chosenCommune()}>
      <div className="column pb-10 [overflow-wrap:anywhere]">
        <BackLink href="/">Trang đầu</BackLink>
        <PageHeading title="Dữ liệu mở" lead="Thủ tục, lịch làm việc, cách tính ngày hẹn và số liệu giải quyết, cho phần mềm của xã, của tỉnh và cho bất cứ ai. Không cần tài khoản, không có dữ liệu cá nhân; phần trao đổi hồ sơ ở cuối trang cần khóa do xã cấp." />
        <p className="mt-4">Gốc địa chỉ: <b className="break-all">{root}</b>. Bản mô tả cho máy theo chuẩn OpenAPI 3.1: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
        <p className="mt-4">Trả lời bằng JSON. Ngày viết 2026-11-25, giờ viết 2026-11-25T17:30:00+07:00. Khi có điều cần sửa, trả lời theo chuẩn problem+json (RFC 9457): <b>code</b> để máy hiểu, <b>detail</b> để người đọc.</p>
        <Section title="Các địa chỉ">
          <ul className="stack mt-3">{endpoints.map(({ method, path, summary }) => <li key={path}><a href={`#${anchorOf(path)}`} className="break-all">{method} {path}</a><br /><span className="text-base">{summary}</span></li>)}</ul>
        </Section>
        {endpoints.map((each) => <Operation key={each.path} endpoint={each} root={root} id={anchorOf(each.path)} />)}
      </div>
    </CitizenPage>
  )
}

import type { Endpoint } from '@/app/api/v1/_contract/endpoint'
import { problemsOf, propertiesOf, schemaOf } from '@/app/api/v1/_contract/openapi'
import { Details } from '@/components/ui/details'
import { Section } from '@/components/ui/page-heading'
import { exampleCall } from './example-call'
import { fieldsOf, type FieldRow, typeInWords } from './schema-fields'

/** One operation: what it is for, what it takes, how to call it, what it answers. */
export function Operation({ endpoint, root, id }: { endpoint: Endpoint; root: string; id: string }) {
  const parameters = [endpoint.params, endpoint.query].flatMap((schema) => (schema === undefined ? [] : propertiesOf(schema))).map(([name, schema, required]): FieldRow => ({ name, type: typeInWords(schema), isRequired: required, description: textOf(schema.description) }))
  return (
    <Section title={`${endpoint.method} ${endpoint.path}`} id={id}>
      <p className="mt-3">{endpoint.summary}.{endpoint.description && ` ${endpoint.description}`}</p>
      {endpoint.scope !== undefined && <p className="mt-3">Cần khóa có quyền <b className="num">{endpoint.scope}</b>, gửi ở tiêu đề <b className="num">Authorization: Bearer …</b>{endpoint.idempotent && <>, và tiêu đề <b className="num">Idempotency-Key</b>: gửi lại cùng khóa, cùng nội dung thì nhận lại câu trả lời cũ, không ghi hai lần</>}.</p>}
      {parameters.length > 0 && <><h3 className="mt-5">Tham số</h3><Fields rows={parameters} /></>}
      {endpoint.body && <><h3 className="mt-5">Thân yêu cầu</h3><Fields rows={fieldsOf(schemaOf(endpoint.body, 'input'))} /></>}
      <h3 className="mt-5">Gọi thử</h3>
      <pre className="num mt-2 border-l-4 border-giay-300 bg-surface p-3 text-base break-all whitespace-pre-wrap">{exampleCall(endpoint, root)}</pre>
      <div className="mt-5">
        <Details summary="Trả lời" flush><Fields rows={fieldsOf(schemaOf(endpoint.response, 'output'))} /></Details>
        <Details summary="Khi không trả lời được" flush><ul className="stack">{Object.entries(problemsOf(endpoint)).map(([status, sentence]) => <li key={status}><b className="num">{status}</b>: {sentence}</li>)}</ul></Details>
      </div>
    </Section>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const Fields = ({ rows }: { rows: readonly FieldRow[] }) => (
  <dl className="mt-2 border-t border-line">
    {rows.map(({ name, type, isRequired, description }, at) => (
      <div key={`${at} ${name}`} className="border-b border-line py-2 text-base leading-snug">
        <dt className="break-all"><b>{name}</b> <span className="soft">{type}{isRequired === true && ', phải có'}</span></dt>
        {description !== '' && <dd>{description}</dd>}
      </div>
    ))}
  </dl>
)

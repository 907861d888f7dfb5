import { pool } from '../../../pool'

export const dynamic = 'force-dynamic'

/** One row, and nothing that a filing needs besides. */
export async function POST(request: Request): Promise<Response> {
  const body = (await request.json()) as { code: string; name: string }
  const { rows } = await pool.query({ name: 'create', text: `insert into bench_item (commune, code, name, field) values ('bach-quang', $1, $2, 'cu-tru') returning id`, values: [body.code, body.name] })
  return Response.json(rows[0])
}

import { pool } from '../../../pool'

export const dynamic = 'force-dynamic'

/** Twenty rows of a hundred thousand, by a prepared statement. */
export async function GET(): Promise<Response> {
  const { rows } = await pool.query({ name: 'list', text: 'select id, code, name, field, created_at from bench_item where commune = $1 order by created_at desc, id desc limit 20', values: ['bach-quang'] })
  return Response.json({ items: rows, total: rows.length })
}

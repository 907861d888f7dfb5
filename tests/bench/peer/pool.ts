import pg from 'pg'

/** Plain driver, no scope, no model. */
export const pool = new pg.Pool({ connectionString: process.env.PEER_DATABASE_URL, max: 12 })

import { join } from 'node:path'
import { defineConfig } from 'prisma/config'

/** For the generator alone: migrations are applied by scripts/lib/migrate.ts, and no command here needs a database. */
export default defineConfig({
  schema: join(import.meta.dirname, 'schema'),
  migrations: { path: join(import.meta.dirname, 'migrations') },
})

import 'server-only'
import { reference } from './db'

/** Longer than any healthy answer, shorter than a health checker's patience. @unit milliseconds */
const PATIENCE = 2_000

/** Does the database answer now? Never throws and never hangs: a health page must speak when all else is silent. */
export const databaseAnswers = (): Promise<boolean> =>
  Promise.race([
    reference().$queryRaw`select 1`.then(() => true, () => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE).unref()),
  ])

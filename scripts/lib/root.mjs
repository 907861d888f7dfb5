import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository, from wherever the program was called. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

import { readUpload, type UploadedFile } from '@/lib/documents/read-upload'
import type { UploadProblemCode } from '@/lib/documents/wording'
import type { Result } from '@/lib/kernel/result'
import { isUnavailable } from '@/lib/platform/faults'
import { log } from '@/lib/platform/log'

/** More papers than any procedure asks for. */
const MOST_FILES = 40

type Reception = {
  /** The page that the form stands on. */
  page: string
  /** The keys of the papers that may be sent. */
  keys: readonly string[]
  /** How many files are there already. */
  held: number
  take: (key: string, file: UploadedFile) => Promise<Result<unknown, { code: UploadProblemCode }>>
}

/**
 * Takes the photographs of one paper from a plain form and goes back to its page, with the problem and the paper in the
 * address where something is amiss. What arrived before the problem stays.
 */
export async function receiveUpload(request: Request, { page, keys, held, take }: Reception): Promise<Response> {
  const back = (key: string | undefined, problem?: UploadProblemCode): Response => {
    const known = key !== undefined && keys.includes(key)
    const query = new URLSearchParams({ ...(problem === undefined ? {} : { loi: problem }), ...(problem !== undefined && known ? { o: key } : {}) })
    return new Response(null, { status: 303, headers: { location: `${page}${query.size === 0 ? '' : `?${query}`}${known ? `#giay-${key}` : ''}` } })
  }
  try {
    const upload = await readUpload(request)
    if (!upload.ok) return back(upload.problem.fields.giay, upload.problem.code)
    const { files, fields: { giay: key } } = upload.value
    if (key === undefined || !keys.includes(key)) return back(key, 'upload-broken')
    if (files.length === 0) return back(key, 'no-file')
    if (held + files.length > MOST_FILES) return back(key, 'too-many-files')
    for (const file of files) {
      const taken = await take(key, file)
      if (!taken.ok) return back(key, taken.problem.code)
    }
    return back(key)
  } catch (fault) {
    if (!isUnavailable(fault)) throw fault
    log.warn({ error: fault }, 'upload answered: database unavailable')
    return back(undefined, 'unavailable')
  }
}

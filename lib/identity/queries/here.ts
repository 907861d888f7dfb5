import 'server-only'
import { headers } from 'next/headers'
import { returnPath } from '../domain/return-path'
import { PATH_HEADER } from '../path-header'

/** The page that is being asked for, to come back to after signing in. */
export const here = async (fallback: string): Promise<string> => returnPath((await headers()).get(PATH_HEADER), fallback)

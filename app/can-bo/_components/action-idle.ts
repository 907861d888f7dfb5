import type { ActionState } from '@/lib/platform/action'

/** Before a form was sent. Its own file, because the maker of actions is server code. */
export const idle: ActionState<never> = { status: 'idle' }

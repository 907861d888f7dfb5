import type { StepKey } from './dossier'
import type { EventType } from './events'

/** What happened to a dossier while somebody looked at an older state of it: whose deed, which, and when. */
export type LastDeed = {
  who: 'self' | 'colleague' | 'citizen' | 'system'
  /** Of the colleague; null where the person is no longer in the books. */
  name: string | null
  type: EventType
  /** The step that the deed finished or took, where it was one. */
  step: StepKey | 'on-the-spot' | null
  at: Date
  today: boolean
}

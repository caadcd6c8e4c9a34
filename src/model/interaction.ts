import type { ProfileId } from './ids.ts'

export const interactionTypes = ['mention', 'reply', 'retweet', 'quote', 'like'] as const
export type InteractionType = (typeof interactionTypes)[number]

/** One account engaging with another through a post. Mentions inside a retweet and self-interactions do not count. */
export type Interaction = {
  readonly from: ProfileId
  /** An id, or `service:@handle` while the corpus does not know whose handle it is. */
  readonly to: string
  readonly type: InteractionType
  readonly postId: string
  readonly createdAt: number | null
}

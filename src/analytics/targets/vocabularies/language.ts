import { text } from '../make-target.ts'
import type { Target } from '../target.ts'

/** The language of a post, as it is inferred from its text. */
export const languageTargets: readonly Target[] = [
  text('language.tag', 'toString(post.language)', 'The language of the text, two letters.', { trait: 'languages' })
]

import { linkHosts } from '../expressions.ts'
import { missing, texts } from '../make-target.ts'
import { normalisedUrls } from '../normalised-url.ts'
import type { Target } from '../target.ts'

const words = { isTokenised: true } as const

/** The links of a post. */
export const linkTargets: readonly Target[] = [
  texts('links.url', 'post.urls', 'Links as they are written, expanded where the source expands them.', words),
  texts('links.normalized_url', normalisedUrls('post.urls'), 'Links as url_in compares them.', words),
  texts('links.domain', linkHosts, 'Hosts of the links, without www.', { isLowerCase: true }),
  missing('links.title', 'texts', 'Titles of the linked pages', words),
  missing('links.code', 'texts', 'Status codes of the linked pages')
]

import type { ProfileId, Service } from '../../model/ids.ts'
import type { Mention } from '../../model/post.ts'
import { handleReference } from './read-id.ts'

const retweetStart = /^RT @([A-Za-z0-9_]{1,15}):/

/** Whether a text starts as Twitter writes a retweet: `RT @name:`. */
export function startsAsRetweet(text: string | null): boolean {
  return text !== null && retweetStart.test(text)
}

/**
 * Whose post a retweet repeats, by its text: the id where the mentions give it, else `service:@handle`; null for another
 * text.
 */
export function retweetedAuthor(text: string | null, mentions: readonly Mention[], service: Service): ProfileId | null {
  const handle = retweetStart.exec(text ?? '')?.[1]?.toLowerCase()
  if (!handle) return null
  const named = mentions.find(mention => mention.handle === handle)
  // As the other end of an interaction may be: a handle, while nobody knows whose it is.
  return named?.id ?? (handleReference(handle, service) as ProfileId)
}

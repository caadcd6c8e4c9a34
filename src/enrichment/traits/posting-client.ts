import { type KnownClient, knownClients, unknownClient } from '../known-clients.ts'
import type { PostTrait } from '../trait.ts'

/** For clients that the table does not know; the first that fits. */
const hints: readonly (readonly [RegExp, KnownClient])[] = [
  [/\bipad\b/, { device: 'tablet', os: 'ios' }],
  [/\b(?:iphone|ios)\b/, { device: 'mobile', os: 'ios' }],
  [/\bandroid tablets?\b/, { device: 'tablet', os: 'android' }],
  [/\bandroid\b/, { device: 'mobile', os: 'android' }],
  [/\bwindows phone\b/, { device: 'mobile', os: 'windows' }],
  [/\bblackberry\b/, { device: 'mobile', os: 'blackberry' }],
  [/\b(?:for mac|macos|os x)\b/, { device: 'desktop', os: 'mac' }],
  [/\bfor windows\b/, { device: 'desktop', os: 'windows' }],
  [
    /(?<!tweet)bots?\b|bots?[_\d]|_ebooks|\.(?:exe|bat|txt)$|\b(?:auto|every) ?(?:tweet|post|word)|\bfeed\b|(?:re)?tweeter\b|retweet/,
    { device: 'automated', os: 'unknown' }
  ]
]

/** Where a client's posts are written: from a table of names, else from what the name itself says. */
export function placeOfClient(client: string): KnownClient {
  // Tweetbot writes iOS with a Greek capital omicron.
  const name = client.toLowerCase().replace(/[®™]/g, '').replace(/ο/g, 'o').replace(/\s+/g, ' ').trim()
  return knownClients.get(name) ?? hints.find(([pattern]) => pattern.test(name))?.[1] ?? unknownClient
}

const trait: PostTrait = {
  about: 'post',
  name: 'devices',
  infer: ({ post }) => (post.client === null ? undefined : placeOfClient(post.client))
}
export default trait

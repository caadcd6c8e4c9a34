import type { ProfileId } from './ids.ts'

export const postKinds = ['post', 'retweet', 'quote', 'reply'] as const
export type PostKind = (typeof postKinds)[number]

/** A mentioned account: by id where the source gives one, else by handle (lower case, without @). */
export type Mention = { readonly id: ProfileId | null; readonly handle: string | null }

/** One public post. `null` = the source did not say. Times are milliseconds since 1970, UTC. */
export type Post = {
  /** The network's own id of the post, prefixed with its service like a profile id: `twitter:874700960756576256`. */
  readonly id: string
  readonly author: ProfileId
  readonly createdAt: number
  readonly kind: PostKind
  /** Whom it retweets, quotes or answers. */
  readonly refAuthor: ProfileId | null
  readonly lang: string | null
  readonly text: string | null
  /** The posting client's name, for instance `Twitter for iPhone`. */
  readonly client: string | null
  /** Without #, as written. */
  readonly hashtags: readonly string[]
  readonly mentions: readonly Mention[]
  /** Expanded where the source expands them. */
  readonly urls: readonly string[]
  readonly retweets: number | null
  readonly favorites: number | null
  /** The name of the place that the post was sent from. */
  readonly place: string | null
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null
}

/** What a source that says nothing of a post says. */
export const silentPost: Omit<Post, 'id' | 'author' | 'createdAt'> = {
  kind: 'post',
  refAuthor: null,
  lang: null,
  text: null,
  client: null,
  hashtags: [],
  mentions: [],
  urls: [],
  retweets: null,
  favorites: null,
  place: null,
  coordinates: null
}

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { ProfileId } from '../src/model/ids.ts'
import type { Post } from '../src/model/post.ts'
import type { Profile } from '../src/model/profile.ts'

const corpus = new URL('../data/demo-corpus/', import.meta.url)

type RawProfile = Pick<Profile, 'id' | 'name' | 'location' | 'url' | 'lang' | 'verified' | 'protected'> & {
  screen_name: string | null
  description: string | null
  time_zone: string | null
  created_at: string | null
  profile_image_url: string | null
} & { [count in 'followers' | 'friends' | 'statuses' | 'listed' | 'favourites' as `${count}_count`]: number | null }
type RawPost = Pick<Post, 'id' | 'kind' | 'lang' | 'text' | 'client' | 'hashtags' | 'urls'> & {
  author_id: ProfileId
  created_at: string
  retweet_count: number | null
  favorite_count: number | null
}

function linesOf<Raw>(file: string): { readonly json: string; readonly raw: Raw }[] {
  const text = gunzipSync(readFileSync(new URL(file, corpus))).toString()
  return text
    .trim()
    .split('\n')
    .map(json => ({ json, raw: JSON.parse(json) as Raw })) // The corpus is our own.
}

const profileOf = (raw: RawProfile): Profile => ({
  id: raw.id,
  handle: raw.screen_name,
  name: raw.name,
  summary: raw.description,
  location: raw.location,
  url: raw.url,
  lang: raw.lang,
  timeZone: raw.time_zone,
  verified: raw.verified,
  protected: raw.protected,
  published: raw.created_at === null ? null : Date.parse(raw.created_at),
  followers: raw.followers_count,
  friends: raw.friends_count,
  statuses: raw.statuses_count,
  listed: raw.listed_count,
  favourites: raw.favourites_count,
  image: raw.profile_image_url,
  observedAt: Date.parse('2022-01-01')
})

const postOf = (raw: RawPost): Post => ({
  id: raw.id,
  author: raw.author_id,
  createdAt: Date.parse(raw.created_at),
  kind: raw.kind,
  refAuthor: null,
  lang: raw.lang,
  text: raw.text,
  client: raw.client,
  hashtags: raw.hashtags,
  mentions: [],
  urls: raw.urls,
  retweets: raw.retweet_count,
  favorites: raw.favorite_count,
  place: null,
  coordinates: null
})

/** The bundled corpus, each record beside the JSON that it was read from. */
export const demoProfiles = () =>
  linesOf<RawProfile>('profiles.jsonl.gz').map(({ json, raw }) => ({ json, item: profileOf(raw) }))
export const demoPosts = () => linesOf<RawPost>('posts.jsonl.gz').map(({ json, raw }) => ({ json, item: postOf(raw) }))

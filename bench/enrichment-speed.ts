import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { ProfileId } from '../src/model/ids.ts'
import type { Post } from '../src/model/post.ts'
import type { Profile } from '../src/model/profile.ts'
import { type Figure, inMs, printFigures } from './figures.ts'

// How many profiles one core enriches in a second, without posts and with 20 each, what the models cost in memory and at the
// start: npm run bench -- enrichment-speed. Over the bundled corpus, whose posts are longer than most.

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

const rounds = 40 // Code is compiled well after some tens of thousands of profiles, which an import soon has behind it.
const postsAProfile = 20

/** Items a second in the best of the rounds: others may use the machine. */
function rateOf(count: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return (count / best) * 1000
}

const profiles = linesOf<RawProfile>('profiles.jsonl.gz').map(({ json, raw }) => ({ json, item: profileOf(raw) }))
const posts = linesOf<RawPost>('posts.jsonl.gz').map(({ json, raw }) => ({ json, item: postOf(raw) }))

const memoryBefore = process.memoryUsage.rss()
const startedAt = performance.now()
const { createEnricher } = await import('../src/enrichment/enrich.ts')
const enricher = createEnricher()
for (const { item } of profiles.slice(0, 5)) enricher.profile(item)
for (const { item } of posts.slice(0, 5)) enricher.post({ ...item, lang: null })
const startMs = performance.now() - startedAt
const memory = process.memoryUsage.rss() - memoryBefore

const alone = rateOf(profiles.length, () => {
  for (const { item } of profiles) enricher.profile(item)
})
const parsed = rateOf(profiles.length, () => {
  for (const { json } of profiles) JSON.parse(json)
})
let next = 0
const withPosts = rateOf(200, () => {
  for (const { item } of profiles.slice(0, 200)) {
    enricher.profile(item)
    for (let post = 0; post < postsAProfile; post++)
      enricher.post((posts[next++ % posts.length] as (typeof posts)[0]).item)
  }
})
const unlabelled = rateOf(posts.length, () => {
  for (const { item } of posts) enricher.post({ ...item, lang: null })
})

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`
const figures: Figure[] = [
  {
    what: 'profiles without posts, one core',
    value: perSecond(alone),
    beside: `${(parsed / alone).toFixed(1)} × parsing their JSON; at least 20,000/s`,
    reached: alone >= 20_000
  },
  {
    what: `profiles with ${postsAProfile} posts each, one core`,
    value: perSecond(withPosts),
    beside: 'at least 1,200/s',
    reached: withPosts >= 1_200
  },
  { what: 'posts without a language label, one core', value: perSecond(unlabelled), beside: '' },
  { what: 'opening all models', value: inMs(startMs), beside: 'under 300 ms', reached: startMs < 300 },
  {
    what: 'memory of all models',
    value: `${Math.round(memory / 1e6)} MB`,
    beside: 'under 120 MB',
    reached: memory < 120e6
  }
]
printFigures('Enrichment', figures)

import { createEnricher } from '../src/enrichment/enrich.ts'
import type { ProfileId } from '../src/model/ids.ts'
import type { Post } from '../src/model/post.ts'
import type { Profile } from '../src/model/profile.ts'
import { jsonLines } from './labelled-data.ts'

// How many profiles and posts one core enriches in a second: node bench/enrichment-speed.ts [folder of the data]

// The folder's records, in its own words.
type RawProfile = Pick<Profile, 'id' | 'name' | 'location' | 'url' | 'lang' | 'verified' | 'protected'> & {
  screen_name: string | null
  description: string | null
  time_zone: string | null
  created_at: string | null
  profile_image_url: string | null
} & { [count in 'followers' | 'friends' | 'statuses' | 'listed' | 'favourites' as `${count}_count`]: number | null }
type RawPost = Pick<Post, 'id' | 'kind' | 'lang' | 'text' | 'client' | 'hashtags' | 'urls'> & {
  author_id: ProfileId
  ref_author_id: ProfileId | null
  created_at: string
  retweet_count: number | null
  favorite_count: number | null
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
  id: `twitter:${raw.id}`,
  author: raw.author_id,
  createdAt: Date.parse(raw.created_at),
  kind: raw.kind,
  refAuthor: raw.ref_author_id,
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

const enricher = createEnricher()

function time<Item>(title: string, items: readonly Item[], enrich: (item: Item) => unknown) {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 7; round++) {
    const start = performance.now()
    for (const item of items) enrich(item)
    best = Math.min(best, performance.now() - start)
  }
  console.log(`${title}: ${Math.round(items.length / (best / 1000))} a second, best of 7 rounds over ${items.length}`)
}

const posts = jsonLines<RawPost>('sample-corpus/posts.jsonl.gz').map(postOf)
const before = process.memoryUsage().rss
const start = performance.now()
enricher.post({ ...(posts[0] as Post), lang: null, text: 'The first text without a label opens the table.' })
console.log(
  `language table opened in ${Math.round(performance.now() - start)} ms, ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB`
)
time('profiles', jsonLines<RawProfile>('sample-corpus/profiles.jsonl.gz').map(profileOf), enricher.profile)
time('posts', posts, enricher.post)
time(
  'posts without a language label',
  posts.map(post => ({ ...post, lang: null })),
  enricher.post
)

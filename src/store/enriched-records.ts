import Type, { type Static } from 'typebox'
import type { ProfileId } from '../model/ids.ts'
import type { Post, PostKind } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import type { Warehouse } from './warehouse.ts'

/** A record as it was imported, and the models that enriched it; '' = none did. */
type Enriched<Kind> = { readonly record: Kind; readonly modelVersion: string }

/** A page of records in the order of their keys; `last` is where the next one goes on, nothing at the end. */
type Page<Item, Key> = { readonly items: readonly Item[]; readonly last: Key | undefined }

const ProfileRow = Type.Object({
  id: Type.String(),
  handle: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  location: Type.String(),
  url: Type.String(),
  lang: Type.String(),
  time_zone: Type.String(),
  verified: Type.Integer(),
  protected: Type.Integer(),
  published: Type.Integer(),
  followers: Type.Integer(),
  friends: Type.Integer(),
  statuses: Type.Integer(),
  listed: Type.Integer(),
  favourites: Type.Integer(),
  image: Type.String(),
  observed_at: Type.Integer()
})

const profilesSql = `
  SELECT
    id, handle, name, summary, location, url, lang, time_zone, verified, protected, published,
    followers, friends, statuses, listed, favourites, image, observed_at
  FROM profiles FINAL
  WHERE id > {after:String}
  ORDER BY id
  LIMIT {limit:UInt32}`

// Both tables lie in the order of ids: each page is a range of either. Models with other traits off have the same version, and
// the row that was written last counts.
const modelsSql = `
  SELECT id, argMax(model_version, version) AS model_version
  FROM enrichments FINAL
  WHERE id > {after:String} AND id <= {last:String}
  GROUP BY id`

/** Profiles with an id behind `after`, as they were seen last. */
export async function pageOfProfiles(
  warehouse: Warehouse,
  after: string,
  limit: number
): Promise<Page<Enriched<Profile>, string>> {
  const rows = await warehouse.rows(ProfileRow, profilesSql, { after, limit })
  const last = rows.at(-1)?.id
  if (last === undefined) return { items: [], last }
  const Model = Type.Object({ id: Type.String(), model_version: Type.String() })
  const models = new Map(
    (await warehouse.rows(Model, modelsSql, { after, last })).map(row => [row.id, row.model_version])
  )
  return { items: rows.map(row => ({ record: profileOf(row), modelVersion: models.get(row.id) ?? '' })), last }
}

function profileOf(row: Static<typeof ProfileRow>): Profile {
  return {
    id: row.id as ProfileId, // The warehouse holds ids that the importers checked.
    handle: text(row.handle),
    name: text(row.name),
    summary: text(row.summary),
    location: text(row.location),
    url: text(row.url),
    lang: text(row.lang),
    timeZone: text(row.time_zone),
    verified: flag(row.verified),
    protected: flag(row.protected),
    published: whole(row.published),
    followers: whole(row.followers),
    friends: whole(row.friends),
    statuses: whole(row.statuses),
    listed: whole(row.listed),
    favourites: whole(row.favourites),
    image: text(row.image),
    observedAt: row.observed_at
  }
}

const PostRow = Type.Object({
  author: Type.String(),
  id: Type.String(),
  created_at: Type.Integer(),
  kind: Type.String(),
  ref_author: Type.String(),
  lang: Type.String(),
  text: Type.String(),
  client: Type.String(),
  hashtags: Type.Array(Type.String()),
  mentions: Type.Array(Type.String()),
  urls: Type.Array(Type.String()),
  retweets: Type.Integer(),
  favorites: Type.Integer(),
  place: Type.String(),
  latitude: Type.Union([Type.Number(), Type.Null()]),
  longitude: Type.Union([Type.Number(), Type.Null()]),
  model_version: Type.String(),
  observed_at: Type.Integer(),
  import_id: Type.Integer()
})

const postsSql = `
  SELECT
    author, id, created_at, kind, ref_author, lang, text, client, hashtags, mentions, urls, retweets, favorites, place,
    latitude, longitude, model_version, observed_at, import_id
  FROM posts FINAL
  WHERE (author, id) > ({author:String}, {id:String})
  ORDER BY author, id
  LIMIT {limit:UInt32}`

export type PostKey = { readonly author: string; readonly id: string }

/** A post, and what else its row holds: when it was observed, ms, and by which import. */
export type StoredPost = Enriched<Post> & { readonly observedAt: number; readonly importId: number }

/** Posts whose author and id stand behind `after`. */
export async function pageOfPosts(
  warehouse: Warehouse,
  after: PostKey,
  limit: number
): Promise<Page<StoredPost, PostKey>> {
  const rows = await warehouse.rows(PostRow, postsSql, { author: after.author, id: after.id, limit })
  const last = rows.at(-1)
  return {
    items: rows.map(row => ({
      record: postOf(row),
      modelVersion: row.model_version,
      observedAt: row.observed_at,
      importId: row.import_id
    })),
    last: last && { author: last.author, id: last.id }
  }
}

function postOf(row: Static<typeof PostRow>): Post {
  const { latitude, longitude } = row // NaN is null in JSON.
  return {
    id: row.id,
    author: row.author as ProfileId, // The warehouse holds ids that the importers checked.
    createdAt: row.created_at,
    kind: row.kind as PostKind, // As it was written.
    refAuthor: text(row.ref_author) as ProfileId | null,
    lang: text(row.lang),
    text: text(row.text),
    client: text(row.client),
    hashtags: row.hashtags,
    mentions: row.mentions.map(mentionOf),
    urls: row.urls,
    retweets: whole(row.retweets),
    favorites: whole(row.favorites),
    place: text(row.place),
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude }
  }
}

/** An id, or `service:@handle`. */
function mentionOf(mention: string): Post['mentions'][number] {
  const at = mention.indexOf(':@')
  return at < 0 ? { id: mention as ProfileId, handle: null } : { id: null, handle: mention.slice(at + 2) }
}

const text = (value: string) => (value === '' ? null : value)
const whole = (value: number) => (value < 0 ? null : value)
const flag = (value: number) => (value < 0 ? null : value === 1)

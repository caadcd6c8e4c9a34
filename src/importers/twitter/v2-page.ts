import { isObject, type JsonObject } from '../../json-object.ts'
import type { ProfileId } from '../../model/ids.ts'
import type { ImportOptions } from '../import-format.ts'
import { textOf } from '../values/cells.ts'
import { objectOf, objectsOf } from '../values/json.ts'
import { readIdOrNull } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import type { KnownEnds } from './known-ends.ts'

/** One answer of API v2, or a line of one, with what its posts refer to. */
export type V2Page = {
  readonly data: readonly JsonObject[]
  readonly users: readonly JsonObject[]
  readonly posts: readonly JsonObject[]
  readonly authorOf: ReadonlyMap<string, ProfileId>
  readonly placeOf: ReadonlyMap<string, string>
  readonly observedAt: number
  readonly ends: KnownEnds
}

export function readV2Page(value: JsonObject, givenEnds: KnownEnds, options: ImportOptions): V2Page {
  // academictwitteR writes the "includes" of a page as a file of their own.
  const isIncludes = !('data' in value) && (Array.isArray(value.users) || Array.isArray(value.tweets))
  const includes = (isIncludes ? value : objectOf(value.includes)) ?? {}
  const data = isIncludes ? [] : 'data' in value ? listOf(value.data) : [value]
  const posts = objectsOf(includes.tweets)
  const twarc = objectOf(value.__twarc)
  return {
    data,
    users: objectsOf(includes.users),
    posts,
    authorOf: new Map(
      [...data, ...posts].flatMap(({ id, author_id }) => {
        const author = readIdOrNull(author_id, 'twitter')
        return author ? [[String(id), author] as const] : []
      })
    ),
    placeOf: new Map(objectsOf(includes.places).map(({ id, full_name }) => [String(id), textOf(full_name) ?? ''])),
    observedAt: readTime(twarc?.retrieved_at, 'UTC') ?? options.observedAt,
    ends: endsOfRequest(textOf(twarc?.url) ?? '', givenEnds)
  }
}

function listOf(data: unknown): readonly JsonObject[] {
  return isObject(data) ? [data] : objectsOf(data)
}

const requestOfAccount = /\/2\/users\/(\d{1,19})\/(followers|following|tweets|liked_tweets)(?:\?|$)/

/** twarc keeps the request beside the answer; what a person says comes first. */
function endsOfRequest(url: string, ends: KnownEnds): KnownEnds {
  const [, account, list] = requestOfAccount.exec(url) ?? []
  const id = readIdOrNull(account, 'twitter')
  return {
    followee: ends.followee ?? (list === 'followers' ? id : null),
    follower: ends.follower ?? (list === 'following' ? id : null),
    author: ends.author ?? (list === 'tweets' ? id : null),
    liker: ends.liker ?? (list === 'liked_tweets' ? id : null)
  }
}

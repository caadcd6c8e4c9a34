import { InvalidRequest } from '../../errors.ts'
import { type ProfileId, readIdReference, services } from '../../model/ids.ts'
import type { ImportOptions, ImportSink } from '../import-format.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { readId } from '../values/read-id.ts'

/** What a recorded page does not say about itself: whose followers it lists, whom its people follow, whose posts it has. */
export type KnownEnds = {
  readonly followee: ProfileId | null
  readonly follower: ProfileId | null
  readonly author: ProfileId | null
  readonly liker: ProfileId | null
}

export const noEnds: KnownEnds = { followee: null, follower: null, author: null, liker: null }

/** Whether `--columns` says nothing but accounts: whose followers a page lists, and so on. */
export function namesEnds({ columns, service }: ImportOptions): boolean {
  const isEnd = ([field, text]: [string, string]) =>
    Object.hasOwn(noEnds, field) && (services[service].native.test(text) || readIdReference(text).kind === 'id')
  return columns.size > 0 && [...columns].every(isEnd)
}

/** The accounts given as `--columns followee=ID` and so on; throws InvalidRequest for other fields and for what is no id. */
export function endsOfOptions(options: ImportOptions): KnownEnds {
  const others = [...options.columns.keys()].filter(field => !Object.hasOwn(noEnds, field))
  if (others.length > 0) {
    throw new InvalidRequest(
      `--columns says ${others.join(', ')}, which answers of the API do not need: they take ${Object.keys(noEnds).join(', ')}. ` +
        'To read other members, say --format mapped-jsonl.'
    )
  }
  const end = (field: string): ProfileId | null => {
    const text = options.columns.get(field)
    if (text === undefined) return null
    try {
      return readId(text, 'twitter', field)
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error
      throw new InvalidRequest(`--columns ${field}=… takes the id of an account here, not "${text}".`)
    }
  }
  return { followee: end('followee'), follower: end('follower'), author: end('author'), liker: end('liker') }
}

/** A member of a page of followers, or of followed accounts. */
export function putMember(sink: ImportSink, member: ProfileId, { followee, follower }: KnownEnds): void {
  if (followee && followee !== member) sink.follow(member, followee)
  if (follower && follower !== member) sink.follow(follower, member)
}

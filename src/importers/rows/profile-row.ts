import type { KnownAccount, Profile } from '../../model/profile.ts'
import type { ImportOptions } from '../import-format.ts'
import { countOf, flagOf, textOf } from '../values/cells.ts'
import { readId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import type { Cell } from './cell.ts'

/** The fields of a profile that columns can be mapped to. */
export const profileFields = [
  ...['id', 'handle', 'name', 'summary', 'location', 'url', 'lang', 'time_zone', 'verified', 'protected', 'published'],
  ...['followers', 'friends', 'statuses', 'listed', 'favourites', 'image']
]

export function profileOfRow(cell: Cell, options: ImportOptions): Profile {
  return {
    id: readId(cell('id'), options.service, 'id'),
    handle: textOf(cell('handle'))?.replace(/^@/, '') ?? null,
    name: textOf(cell('name')),
    summary: textOf(cell('summary')),
    location: textOf(cell('location')),
    url: textOf(cell('url')),
    lang: textOf(cell('lang')),
    timeZone: textOf(cell('time_zone')),
    verified: flagOf(cell('verified')),
    protected: flagOf(cell('protected')),
    published: readTime(cell('published'), options.timeZone) ?? null,
    followers: countOf(cell('followers')),
    friends: countOf(cell('friends')),
    statuses: countOf(cell('statuses')),
    listed: countOf(cell('listed')),
    favourites: countOf(cell('favourites')),
    image: textOf(cell('image')),
    observedAt: options.observedAt
  }
}

export function accountOfRow(cell: Cell, options: ImportOptions): KnownAccount {
  return {
    id: readId(cell('id'), options.service, 'id'),
    handle: textOf(cell('handle')),
    name: textOf(cell('name')),
    observedAt: options.observedAt
  }
}

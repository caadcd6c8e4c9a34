import { InvalidRequest } from '../../errors.ts'
import type { ImportOptions, ImportSink } from '../import-format.ts'
import { putPost } from '../post-interactions.ts'
import type { Cell } from './cell.ts'
import { interactionFields, interactionOfRow } from './interaction-row.ts'
import { postFields, postOfRow } from './post-row.ts'
import { accountOfRow, profileFields, profileOfRow } from './profile-row.ts'
import { putFollow } from './put-follow.ts'

type Reader = {
  readonly fields: readonly string[]
  readonly needs: readonly string[]
  put(sink: ImportSink, cell: Cell, options: ImportOptions): void
}

const readers = {
  follows: {
    fields: ['follower', 'followee'],
    needs: ['follower', 'followee'],
    put: (sink, cell, { service }) => putFollow(sink, cell('follower'), cell('followee'), service)
  },
  interactions: {
    fields: interactionFields,
    needs: ['from', 'to', 'type', 'post'],
    put: (sink, cell, options) => sink.interaction(interactionOfRow(cell, options))
  },
  posts: {
    fields: postFields,
    needs: ['id', 'author', 'created_at'],
    put: (sink, cell, options) => putPost(sink, postOfRow(cell, options))
  },
  profiles: {
    fields: profileFields,
    needs: ['id'],
    put: (sink, cell, options) => sink.profile(profileOfRow(cell, options))
  },
  accounts: {
    fields: ['id', 'handle', 'name'],
    needs: ['id'],
    put: (sink, cell, options) => sink.account(accountOfRow(cell, options))
  }
} satisfies Record<string, Reader>

/** The fields that `--columns` can name, by what the rows then are. */
export const mappedFields = Object.entries(readers).map(([rows, { fields }]) => ({ rows, fields }))

/**
 * What rows are, by the fields that columns are mapped to: follows (follower, followee), interactions (from, to), posts
 * (author or text), accounts (nothing but id, handle and name) or profiles. Throws InvalidRequest, which says what fits.
 */
export function mappedReader(fields: readonly string[]): Reader['put'] {
  const kind = kindOf(fields)
  const { fields: known, needs, put } = readers[kind]
  const unknown = fields.filter(field => !known.includes(field))
  if (unknown.length > 0) {
    throw new InvalidRequest(`--columns does not know ${unknown.join(', ')} of ${kind}; it knows ${known.join(', ')}.`)
  }
  const missing = needs.filter(field => !fields.includes(field))
  if (missing.length > 0) throw new InvalidRequest(`--columns must say ${missing.join(', ')}, too, to read ${kind}.`)
  return put
}

function kindOf(fields: readonly string[]): keyof typeof readers {
  const hasOne = (...names: readonly string[]) => names.some(name => fields.includes(name))
  if (hasOne('follower', 'followee')) return 'follows'
  if (hasOne('from', 'to')) return 'interactions'
  if (hasOne('author', 'text')) return 'posts'
  return fields.every(field => readers.accounts.fields.includes(field)) ? 'accounts' : 'profiles'
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { ImportOptions } from '../../src/importers/import-format.ts'
import { formatNamed, importFormats } from '../../src/importers/import-formats.ts'
import { recogniseFormat } from '../../src/importers/recognise.ts'
import { recordReader } from '../../src/importers/record-reader.ts'
import type { Interaction } from '../../src/model/interaction.ts'
import type { Post } from '../../src/model/post.ts'
import type { KnownAccount, Profile } from '../../src/model/profile.ts'

/** When every file in these tests was written: 1 January 2024. */
export const writtenAt = Date.UTC(2024, 0, 1)

export const defaults: ImportOptions = {
  service: 'twitter',
  observedAt: writtenAt,
  columns: new Map(),
  timeZone: 'UTC'
}

type ReadBack = {
  readonly format: string
  readonly profiles: Profile[]
  readonly accounts: KnownAccount[]
  readonly follows: [string, string][]
  readonly posts: Post[]
  readonly interactions: Interaction[]
  /** `line: reason`. */
  readonly rejects: string[]
  readonly warnings: string[]
}

type Asked = { readonly format?: string } & Partial<ImportOptions>

/** All that a text gives, without a store; the format is recognised when it is not said. */
export function readText(text: string, { format: name, ...said }: Asked = {}): ReadBack {
  const options = { ...defaults, ...said }
  const formats = [...importFormats.values()]
  const format = name
    ? formatNamed(name, options.columns)
    : recogniseFormat(text, true, { formats, options, name: 'the file' })
  const found: ReadBack = {
    format: format.name,
    profiles: [],
    accounts: [],
    follows: [],
    posts: [],
    interactions: [],
    rejects: [],
    warnings: []
  }
  const reader = recordReader(format, {
    options,
    resumedRecords: 0,
    hasDamage: () => false,
    onReject: ({ line, reason }) => found.rejects.push(`${line}: ${reason}`),
    sink: {
      profile: profile => found.profiles.push(profile),
      account: account => found.accounts.push(account),
      follow: (follower, followee) => found.follows.push([follower, followee]),
      post: post => found.posts.push(post),
      interaction: interaction => found.interactions.push(interaction),
      reject: reason => reader.reject(reason),
      skip: () => {},
      warn: sentence => found.warnings.push(sentence)
    }
  })
  reader.push(text)
  reader.end()
  return found
}

/** `from type to`, for each interaction. */
export function engagements(interactions: readonly Interaction[]): string[] {
  return interactions.map(({ from, type, to }) => `${from} ${type} ${to}`)
}

export const sharedData = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

/** The text of a file of the shared data, unpacked. */
export function sharedText(name: string): string {
  const bytes = readFileSync(path.join(sharedData, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

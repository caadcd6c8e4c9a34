import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestContext } from 'node:test'
import { modelVersionOf } from '../../src/enrichment/model-version.ts'
import type { ProfileId } from '../../src/model/ids.ts'
import type { Interaction } from '../../src/model/interaction.ts'
import { type Post, silentPost } from '../../src/model/post.ts'
import { type KnownAccount, type Profile, silentProfile } from '../../src/model/profile.ts'
import { noPostTraits, noProfileTraits, type PostTraits, type ProfileTraits } from '../../src/model/traits.ts'
import { refreshCorpusFacts } from '../../src/store/corpus-facts.ts'
import { createCorpusWriter } from '../../src/store/corpus-writer.ts'
import { migrateWarehouse } from '../../src/store/migrate-warehouse.ts'
import { openWarehouse, type Warehouse } from '../../src/store/warehouse.ts'
import { allTraits } from './all-traits.ts'

type Named<Kind extends { id: unknown }> = Partial<Omit<Kind, 'id'>> & { readonly id: string }

/** Who there is in a small world. A name stands for a stable id (see idOf); what is not said has a default. */
export type WorldContents = {
  readonly profiles?: readonly (string | (Named<Profile> & Partial<ProfileTraits>))[]
  /** Who follows whom. */
  readonly follows?: readonly (readonly [follower: string, followee: string])[]
  readonly posts?: readonly (Partial<Omit<Post, 'author' | 'refAuthor'>> &
    Partial<PostTraits> & { readonly author: string; readonly refAuthor?: string })[]
  readonly interactions?: readonly (Partial<Omit<Interaction, 'from' | 'to'>> & {
    readonly from: string
    readonly to: string
  })[]
  readonly accounts?: readonly Named<KnownAccount>[]
}

/** When everything in a small world was seen, unless it says otherwise: 1 June 2017. */
export const worldTime = Date.UTC(2017, 5, 1)

/** A name's id, the same in every run: `idOf('ann')` is a Twitter id; what contains a colon is an id already. */
export function idOf(name: string): ProfileId {
  if (name.includes(':')) return name as ProfileId
  let number = 7n
  for (const character of name) number = (number * 131n + BigInt(character.codePointAt(0) ?? 0)) % 1_000_000_007n
  return `twitter:${number}` as ProfileId
}

// chDB opens one folder per process, so every world is a database of its own in it. Emptying the tables of one whose test has
// ended takes less than half the time that making them takes.
let folder: string | undefined
let worlds = 0
const left: string[] = []

/** An embedded warehouse that holds just what is said here, with its facts counted; gone when the test ends. */
export async function world(t: TestContext, contents: WorldContents = {}): Promise<Warehouse> {
  const warehouse = await emptyWorld(t)
  await populate(warehouse, contents)
  return warehouse
}

/** An embedded warehouse without a row. */
export async function emptyWorld(t: TestContext): Promise<Warehouse> {
  folder ??= temporaryFolder()
  const used = left.pop()
  const database = used ?? `world_${++worlds}`
  const warehouse = await openWarehouse({ path: folder, database })
  t.after(async () => {
    await warehouse[Symbol.asyncDispose]()
    left.push(database)
  })
  if (used) await warehouse.command(`TRUNCATE ALL TABLES FROM ${used} NOT LIKE 'warehouse_migrations'`)
  else await migrateWarehouse(warehouse)
  return warehouse
}

function temporaryFolder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'demograph-world-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  return made
}

const version = modelVersionOf(allTraits)

/** Writes a small world into any warehouse, as one import, and counts its facts. */
export async function populate(warehouse: Warehouse, contents: WorldContents, importId = 1): Promise<void> {
  const writer = createCorpusWriter(warehouse, { importId })
  for (const profile of contents.profiles ?? []) {
    const { traits, ...said } = splitProfile(typeof profile === 'string' ? { id: profile } : profile)
    writer.profile(said, traits, version)
  }
  for (const { id, ...account } of contents.accounts ?? []) {
    writer.account({ id: idOf(id), handle: id, name: id, observedAt: worldTime, ...account })
  }
  for (const [follower, followee] of contents.follows ?? []) writer.follow(idOf(follower), idOf(followee), worldTime)
  for (const [index, post] of (contents.posts ?? []).entries()) {
    const [traits, said] = takeTraits(post, { ...noPostTraits, language: 'en' })
    writer.post(postOf(said, index), traits, version, worldTime)
  }
  for (const [index, { from, to, ...said }] of (contents.interactions ?? []).entries()) {
    const target = to.includes(':') ? to : idOf(to)
    const defaults = { type: 'mention', postId: `twitter:${5_000_000 + index}`, createdAt: worldTime } as const
    writer.interaction({ ...defaults, ...said, from: idOf(from), to: target }, worldTime)
  }
  await writer.flush()
  await refreshCorpusFacts(warehouse, { importId, revision: importId })
}

function splitProfile(profile: Named<Profile> & Partial<ProfileTraits>): Profile & { traits: ProfileTraits } {
  const [traits, { id, ...said }] = takeTraits(profile, { ...noProfileTraits, influence: 50 })
  return {
    ...silentProfile,
    handle: id.includes(':') ? null : id,
    name: id.includes(':') ? null : id,
    observedAt: worldTime,
    ...said,
    id: idOf(id),
    traits
  }
}

/** What a record says of traits over what is said otherwise, and the rest of the record. */
function takeTraits<Traits extends object, Said extends object>(
  record: Said & Partial<Traits>,
  otherwise: Traits
): [Traits, Omit<Said, keyof Traits>] {
  const entries = Object.entries(record)
  const isTrait = ([name]: [string, unknown]) => Object.hasOwn(otherwise, name)
  return [
    { ...otherwise, ...Object.fromEntries(entries.filter(isTrait)) },
    Object.fromEntries(entries.filter(entry => !isTrait(entry))) as Omit<Said, keyof Traits> // What is left.
  ]
}

function postOf(
  post: Partial<Omit<Post, 'author' | 'refAuthor'>> & { author: string; refAuthor?: string },
  index: number
): Post {
  const { author, refAuthor, ...said } = post
  return {
    id: `twitter:${9_000_000 + index}`,
    createdAt: worldTime + index * 1000,
    ...silentPost,
    ...said,
    author: idOf(author),
    refAuthor: refAuthor === undefined ? null : idOf(refAuthor)
  }
}

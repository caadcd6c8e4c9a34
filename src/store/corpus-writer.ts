import { type ProfileId, serviceOf } from '../model/ids.ts'
import type { Interaction } from '../model/interaction.ts'
import type { Post } from '../model/post.ts'
import type { KnownAccount, Profile } from '../model/profile.ts'
import type { PostTraits, ProfileTraits } from '../model/traits.ts'
import { columnsOf } from './corpus-columns.ts'
import { createRowBuffer } from './row-buffer.ts'
import { decimalField, flagField, listField, textField, wholeField } from './tab-separated.ts'
import type { Warehouse } from './warehouse.ts'

/** Takes the records of one import and writes them in large blocks: a table's parts stay few, and its inserts fast. */
export type CorpusWriter = {
  profile(profile: Profile, traits: ProfileTraits, modelVersion: string): void
  /** What is said of a profile that is there already. */
  enrichment(profile: Profile, traits: ProfileTraits, modelVersion: string): void
  account(account: KnownAccount): void
  follow(follower: string, followee: string, observedAt: number): void
  /** `ofImport`: the import that brought the post, where it was another. */
  post(post: Post, traits: PostTraits, modelVersion: string, observedAt: number, ofImport?: number): void
  interaction(interaction: Interaction, observedAt: number): void
  /** What waits to be written; past `flushAtBytes` it is time to flush. */
  readonly bytes: number
  /**
   * Writes what was given so far and resolves when it is durable. Records given meanwhile are kept for the next flush, so
   * that reading goes on while the last block is written: await the flush before, then start the next.
   */
  flush(): Promise<void>
}

/** About 160,000 follows. Larger blocks are no faster, and the process would grow past 1 GB while one is written. */
export const flushAtBytes = 8 << 20

export function createCorpusWriter(warehouse: Warehouse, { importId }: { importId: number }): CorpusWriter {
  const tables = {
    profiles: createRowBuffer(['profiles'], columnsOf.profiles),
    enrichments: createRowBuffer(['enrichments'], columnsOf.enrichments),
    knownAccounts: createRowBuffer(['known_accounts'], columnsOf.known_accounts),
    handles: createRowBuffer(['handles'], columnsOf.handles),
    // Both directions of a follow have the same columns: one text fills two tables.
    follows: createRowBuffer(['follows', 'followers'], columnsOf.follows),
    posts: createRowBuffer(['posts'], columnsOf.posts),
    interactions: createRowBuffer(['interactions'], columnsOf.interactions)
  }
  const all = Object.values(tables)

  const account = ({ id, handle, name, observedAt }: KnownAccount) => {
    if (handle === null && name === null) return
    // A later look that saw only half must not replace a whole one.
    const version = handle === null || name === null ? 0 : observedAt
    tables.knownAccounts.add(`${textField(id)}\t${textField(handle)}\t${textField(name)}\t${wholeField(version)}\n`)
    if (handle !== null)
      tables.handles.add(`${textField(handleKey(id, handle))}\t${textField(id)}\t${wholeField(observedAt)}\n`)
  }

  return {
    profile(profile, traits, modelVersion) {
      tables.profiles.add(`${profileFields(profile)}\t${importId}\n`)
      tables.enrichments.add(enrichmentRow(profile, traits, modelVersion))
      account(profile)
    },
    enrichment(profile, traits, modelVersion) {
      tables.enrichments.add(enrichmentRow(profile, traits, modelVersion))
    },
    account,
    follow(follower, followee, observedAt) {
      tables.follows.add(`${textField(follower)}\t${textField(followee)}\t${wholeField(observedAt)}\t${importId}\n`)
    },
    post(post, traits, modelVersion, observedAt, ofImport = importId) {
      tables.posts.add(
        `${postFields(post)}\t${postTraitFields(traits)}\t${textField(modelVersion)}\t${wholeField(observedAt)}\t${ofImport}\n`
      )
    },
    interaction({ from, to, type, postId, createdAt }, observedAt) {
      tables.interactions.add(
        `${textField(from)}\t${textField(to)}\t${type}\t${textField(postId)}\t${wholeField(createdAt)}\t${wholeField(observedAt)}\t${importId}\n`
      )
    },
    get bytes() {
      return all.reduce((sum, table) => sum + table.bytes, 0)
    },
    async flush() {
      await Promise.all(all.map(table => table.flush(warehouse)))
    }
  }
}

function handleKey(id: ProfileId, handle: string): string {
  return `${serviceOf(id)}:@${handle.toLowerCase()}`
}

function profileFields(profile: Profile): string {
  return [
    textField(profile.id),
    textField(profile.handle),
    textField(profile.name),
    textField(profile.summary),
    textField(profile.location),
    textField(profile.url),
    textField(profile.lang),
    textField(profile.timeZone),
    flagField(profile.verified),
    flagField(profile.protected),
    wholeField(profile.published),
    wholeField(profile.followers),
    wholeField(profile.friends),
    wholeField(profile.statuses),
    wholeField(profile.listed),
    wholeField(profile.favourites),
    textField(profile.image),
    wholeField(profile.observedAt)
  ].join('\t')
}

function enrichmentRow(profile: Profile, traits: ProfileTraits, modelVersion: string): string {
  // The number that a model's name begins with: a newer model's look at the same observation wins.
  const model = Number(/^\d{1,3}/.exec(modelVersion)?.[0] ?? 0)
  const fields = [
    textField(profile.id),
    decimalField(traits.influence),
    textField(traits.givenName),
    textField(traits.familyName),
    textField(traits.honorificPrefix),
    decimalField(traits.nameConfidence),
    textField(traits.accountType),
    textField(traits.gender),
    wholeField(traits.birthyear),
    textField(traits.place),
    textField(traits.country),
    textField(traits.continent),
    textField(traits.globalMetroArea),
    textField(traits.usMetroArea),
    listField(traits.interests),
    flagField(traits.spam),
    flagField(traits.adult),
    decimalField(traits.interestingness),
    textField(JSON.stringify(traits.evidence)),
    textField(modelVersion),
    wholeField(profile.observedAt * 1000 + model)
  ]
  return `${fields.join('\t')}\n`
}

function postFields(post: Post): string {
  const service = serviceOf(post.author)
  const mentions = post.mentions.flatMap(({ id, handle }) =>
    id !== null ? [id] : handle !== null ? [`${service}:@${handle.toLowerCase()}`] : []
  )
  return [
    textField(post.author),
    textField(post.id),
    wholeField(post.createdAt),
    post.kind,
    textField(post.refAuthor),
    textField(post.lang),
    textField(post.text),
    textField(post.client),
    listField(post.hashtags),
    listField(mentions),
    listField(post.urls),
    wholeField(post.retweets),
    wholeField(post.favorites),
    textField(post.place),
    decimalField(post.coordinates?.latitude ?? null),
    decimalField(post.coordinates?.longitude ?? null)
  ].join('\t')
}

function postTraitFields(traits: PostTraits): string {
  return [
    textField(traits.language),
    textField(traits.device),
    textField(traits.os),
    listField(traits.domains),
    textField(traits.sentiment),
    listField(traits.interests),
    flagField(traits.spam),
    flagField(traits.adult),
    decimalField(traits.interestingness)
  ].join('\t')
}

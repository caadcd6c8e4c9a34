import { Stopped } from '../errors.ts'
import { refreshActivity } from '../store/account-facts.ts'
import { corpusRevision, raiseCorpusRevision } from '../store/corpus-revision.ts'
import { type CorpusWriter, createCorpusWriter } from '../store/corpus-writer.ts'
import { type PostKey, pageOfPosts, pageOfProfiles, type StoredPost } from '../store/enriched-records.ts'
import { keepPartsFew } from '../store/keep-parts-few.ts'
import { type EnrichAhead, enrichAhead } from './enrich-ahead.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ImportStores } from './read-into-corpus.ts'

/** How many records were looked at, and how many of them were enriched anew: the others had been by these very models. */
export type EnrichCounts = { readonly profiles: number; readonly posts: number; readonly anew: number }

type Watch = {
  /** Called after each page. */
  onProgress?(counts: EnrichCounts): void
  /** Ends it; what was enriched anew by then stays, and the next run goes on behind it. */
  readonly signal?: AbortSignal
}

const pageRecords = 5_000

/**
 * Enriches every record anew that other models had enriched, and counts the facts of accounts again. Reports go on meanwhile, and
 * so do imports and erasures, between two pages. It may be stopped and killed at any time: what is done is not done again.
 */
export async function enrichAnew(stores: ImportStores, watch: Watch = {}): Promise<EnrichCounts> {
  const { warehouse, database, enricher } = stores
  const writer = createCorpusWriter(warehouse, { importId: 0 })
  const rest = new WeakMap<object, StoredPost>()
  await using enriching = enrichAhead(enricher, {
    profile: (profile, traits) => writer.enrichment(profile, traits, enricher.version),
    post(post, traits) {
      const { observedAt, importId } = rest.get(post) as StoredPost // It was put there before the post was given.
      writer.post(post, traits, enricher.version, observedAt, importId)
    }
  })
  const work: Work = { stores, writer, enriching, rest, watch, counts: { profiles: 0, posts: 0, anew: 0 } }
  await allProfiles(work)
  await allPosts(work)
  await oneAtATime(async () => {
    // What traits that are off now said before must not stay beside it, be it of a run before that was killed.
    await keepPartsFew(warehouse, ['enrichments', 'posts'], { wholly: true })
    await refreshActivity(warehouse, { params: { revision: (await corpusRevision(database)) + 1 } })
    await keepPartsFew(warehouse, ['account_activity'])
    await raiseCorpusRevision(database.db)
  }, watch.signal)
  return { ...work.counts }
}

type Work = {
  readonly stores: ImportStores
  readonly writer: CorpusWriter
  readonly enriching: EnrichAhead
  readonly rest: WeakMap<object, StoredPost>
  readonly watch: Watch
  readonly counts: { profiles: number; posts: number; anew: number }
}

async function allProfiles(work: Work): Promise<void> {
  const { stores, enriching, counts } = work
  for (let after: string | undefined = ''; after !== undefined; ) {
    after = await aPage(work, async () => {
      const page = await pageOfProfiles(stores.warehouse, after ?? '', pageRecords)
      const stale = page.items.filter(item => item.modelVersion !== stores.enricher.version)
      for (const { record } of stale) enriching.profile(record)
      counts.profiles += page.items.length
      counts.anew += stale.length
      return page.last
    })
  }
}

async function allPosts(work: Work): Promise<void> {
  const { stores, enriching, rest, counts } = work
  for (let after: PostKey | undefined = { author: '', id: '' }; after !== undefined; ) {
    const from: PostKey = after
    after = await aPage(work, async () => {
      const page = await pageOfPosts(stores.warehouse, from, pageRecords)
      const stale = page.items.filter(item => item.modelVersion !== stores.enricher.version)
      for (const item of stale) {
        rest.set(item.record, item)
        enriching.post(item.record)
      }
      counts.posts += page.items.length
      counts.anew += stale.length
      return page.last
    })
  }
}

/** A page at a time: what is read of it must not be erased or imported anew before it is written. */
async function aPage<Key>({ writer, enriching, watch, counts }: Work, read: () => Promise<Key>): Promise<Key> {
  if (watch.signal?.aborted) {
    throw new Stopped('Enriching anew was stopped. What is done is kept: ask again, and it goes on from there.')
  }
  const last = await oneAtATime(async () => {
    const key = await read()
    await enriching.all()
    await writer.flush()
    return key
  }, watch.signal)
  watch.onProgress?.({ ...counts })
  return last
}

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Enricher } from '../enrichment/enrich.ts'
import type { EnrichedBatch, EnrichmentBatch, ThreadSetup } from '../enrichment/enrich-thread.ts'
import { sharePacks } from '../enrichment/packs/packs.ts'
import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import type { PostTraits, ProfileTraits } from '../model/traits.ts'

/** What comes of each record. */
type Taker = {
  profile(profile: Profile, traits: ProfileTraits): void
  post(post: Post, traits: PostTraits): void
}

/** Enriches records on the way to a taker, which gets them in the order in which they came. Disposing ends its threads. */
export type EnrichAhead = AsyncDisposable & {
  profile(profile: Profile): void
  post(post: Post): void
  /** Resolves when so few batches are under way that reading may go on; throws what enriching threw. */
  room(): Promise<void>
  /** Resolves when the taker has everything that was given. */
  all(): Promise<void>
}

// Enriched where they are read: most imports end before a thread would have started.
const recordsBeforeThreads = 2_000
const batchRecords = 256
// One is being enriched and one waits, for each thread.
const batchesAThread = 2
const mostThreads = 8

export function enrichAhead(enricher: Enricher, taker: Taker): EnrichAhead {
  let seen = 0
  let threads: Threads | undefined
  let batch: Batch = emptyBatch()

  const isThreaded = () => {
    seen += 1
    if (seen <= recordsBeforeThreads) return false
    threads ??= startThreads(enricher, taker)
    return true
  }
  const send = () => {
    if (batch.profiles.length + batch.posts.length === 0) return
    threads?.send(batch)
    batch = emptyBatch()
  }
  const sendFull = () => {
    if (batch.profiles.length + batch.posts.length >= batchRecords) send()
  }

  return {
    profile(profile) {
      if (!isThreaded()) return taker.profile(profile, enricher.profile(profile))
      batch.profiles.push(profile)
      sendFull()
    },
    post(post) {
      if (!isThreaded()) return taker.post(post, enricher.post(post))
      batch.posts.push(post)
      sendFull()
    },
    room: async () => threads?.room(),
    async all() {
      send()
      await threads?.all()
    },
    async [Symbol.asyncDispose]() {
      await threads?.end()
    }
  }
}

type Batch = { readonly profiles: Profile[]; readonly posts: Post[] }

const emptyBatch = (): Batch => ({ profiles: [], posts: [] })

type Threads = {
  send(batch: Batch): void
  room(): Promise<void>
  all(): Promise<void>
  end(): Promise<void>
}

function startThreads(enricher: Enricher, taker: Taker): Threads {
  // One core reads and writes; a machine of two still gains from a thread beside it.
  const count = Math.min(mostThreads, Math.max(1, availableParallelism() - 1))
  const { off, birthyearFromName } = enricher
  const setup: ThreadSetup = { packs: sharePacks(), off, birthyearFromName }
  const pool = new Piscina<EnrichmentBatch, EnrichedBatch>({
    filename: fileURLToPath(new URL('../enrichment/enrich-thread.ts', import.meta.url)),
    workerData: setup,
    minThreads: count,
    maxThreads: count
  })
  const underWay: Promise<void>[] = []
  let failure: unknown

  const settle = async (left: number) => {
    while (underWay.length > left) await underWay.shift()
    if (failure !== undefined) throw failure
  }
  return {
    send(batch) {
      const before = underWay.at(-1)
      const enriched = pool.run(batch)
      const taken = enriched.then(async answer => {
        await before
        if (failure === undefined) handOver(batch, answer, taker)
      })
      underWay.push(
        taken.catch(error => {
          failure ??= error
        })
      )
    },
    room: () => settle(count * batchesAThread),
    all: () => settle(0),
    end: async () => {
      await Promise.all(underWay)
      await pool.destroy()
    }
  }
}

function handOver(batch: Batch, { profiles, posts }: EnrichedBatch, taker: Taker): void {
  for (const [index, profile] of batch.profiles.entries()) taker.profile(profile, profiles[index] as ProfileTraits)
  for (const [index, post] of batch.posts.entries()) taker.post(post, posts[index] as PostTraits)
}

import { workerData } from 'node:worker_threads'
import { keepCompiledCode } from '../keep-compiled.js'
import type { Post } from '../model/post.ts'
import type { Profile } from '../model/profile.ts'
import type { PostTraits, ProfileTraits, TraitSettings } from '../model/traits.ts'
import { type SharedPacks, takePacks } from './packs/packs.ts'

/** What a thread is started with. */
export type ThreadSetup = { readonly packs: SharedPacks } & Pick<TraitSettings, 'off' | 'birthyearFromName'>

/** Records to be enriched together; the answer has the traits in the same order. */
export type EnrichmentBatch = { readonly profiles: readonly Profile[]; readonly posts: readonly Post[] }
export type EnrichedBatch = { readonly profiles: readonly ProfileTraits[]; readonly posts: readonly PostTraits[] }

const { packs, off, birthyearFromName } = workerData as ThreadSetup // importers/enrich-ahead.ts starts the thread.
takePacks(packs)
keepCompiledCode()
const { createEnricher } = await import('./enrich.ts') // It would read packs that are not there yet.
const enricher = createEnricher(off, birthyearFromName)

/** What the thread does: the packs are shared, the records copied. */
export default function enrichBatch({ profiles, posts }: EnrichmentBatch): EnrichedBatch {
  return { profiles: profiles.map(enricher.profile), posts: posts.map(enricher.post) }
}

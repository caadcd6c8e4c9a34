import type { Enricher } from '../enrichment/enrich.ts'
import type { CorpusWriter } from '../store/corpus-writer.ts'
import { type EnrichAhead, enrichAhead } from './enrich-ahead.ts'
import type { ImportSink } from './import-format.ts'

/** What an import has brought in; the same record given twice counts twice. */
export type ImportCounts = {
  profiles: number
  accounts: number
  follows: number
  posts: number
  interactions: number
}

/** Sentences that are kept about one file. */
const warningLimit = 20

export type ImportTally = {
  readonly counts: Readonly<ImportCounts>
  readonly skipped: number
  readonly warnings: ReadonlySet<string>
}

/** A sink that enriches and counts what it hands to the writer. */
export function tallyingSink(
  writer: CorpusWriter,
  enricher: Enricher,
  { observedAt, reject }: { observedAt: number; reject: (reason: string) => void }
): { sink: ImportSink; tally: ImportTally; enriching: EnrichAhead } {
  const counts: ImportCounts = { profiles: 0, accounts: 0, follows: 0, posts: 0, interactions: 0 }
  const warnings = new Set<string>()
  let skipped = 0
  const enriching = enrichAhead(enricher, {
    profile: (profile, traits) => writer.profile(profile, traits, enricher.version),
    post: (post, traits) => writer.post(post, traits, enricher.version, observedAt)
  })
  const sink: ImportSink = {
    profile(profile) {
      counts.profiles += 1
      enriching.profile(profile)
    },
    account(account) {
      counts.accounts += 1
      writer.account(account)
    },
    follow(follower, followee) {
      counts.follows += 1
      writer.follow(follower, followee, observedAt)
    },
    post(post) {
      counts.posts += 1
      enriching.post(post)
    },
    interaction(interaction) {
      counts.interactions += 1
      writer.interaction(interaction, observedAt)
    },
    reject,
    skip() {
      skipped += 1
    },
    warn(sentence) {
      if (warnings.size < warningLimit) warnings.add(sentence)
    }
  }
  return {
    sink,
    enriching,
    tally: {
      counts,
      warnings,
      get skipped() {
        return skipped
      }
    }
  }
}

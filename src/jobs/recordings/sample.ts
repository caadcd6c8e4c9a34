import { checkQueryFilter } from '../../analytics/csdl/check-filter.ts'
import { newestInteractions } from '../../analytics/interactions/newest-interactions.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import { InvalidRequest, TooMany } from '../../errors.ts'
import { predicatesOf } from '../../languages/csdl/conditions.ts'
import { parseQueryFilter } from '../../languages/csdl/parse-csdl.ts'
import type { Expression } from '../../languages/csdl/tree.ts'
import type { TraitName } from '../../model/traits.ts'
import type { Database } from '../../store/database.ts'
import { statement } from '../../store/statement.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { Warehouse } from '../../store/warehouse.ts'
import { interactionsOf } from './interactions-of.ts'
import type { OpenRecording, Sample, SampleRequest } from './recording.ts'
import { showInteraction } from './show-interaction.ts'
import type { TagRecording } from './tag-recording.ts'

/** The newest interactions of a recording, as a client may see them. */
export type TakeSample = (caller: Caller, recording: OpenRecording, wanted: SampleRequest) => Promise<Sample>

type Options = {
  readonly database: Database
  readonly warehouse: Warehouse
  readonly targets: Targets
  readonly tag: TagRecording
  readonly now: () => number
}

/** Interactions of one recording that the holder of a key is shown in an hour. */
const samplesAnHour = 100
const hourMs = 3_600_000

export function createSample({ database, warehouse, targets, tag, now }: Options): TakeSample {
  const take = sampleCounter(database, now)
  const giveBack = statement<never>(
    database,
    'UPDATE samples SET used = CASE WHEN used > ? THEN used - ? ELSE 0 END WHERE recording_id = ? AND holder = ?'
  )
  return async (caller, recording, wanted) => {
    const { count, start, end, filter } = wanted
    if (start !== undefined && end !== undefined && start >= end)
      throw new InvalidRequest('The start parameter must be before the end parameter')
    const extra = filter === undefined || filter.trim() === '' ? null : readFilter(filter, targets)
    refuseInferred(recording, extra, targets)
    const holder = caller.identityId ?? caller.accountId
    const all = interactionsOf(recording, Math.ceil(now() / 1000))
    const { granted, remaining, resetAt } = await take(recording.id, holder, count)
    let unused = granted
    try {
      await tag(recording, warehouse)
      const question = {
        ...all,
        filter: extra,
        start: Math.max(all.start, start ?? 0),
        end: Math.min(all.end, end ?? Infinity)
      }
      const posts = await newestInteractions(warehouse, question, { targets, count: granted })
      unused -= posts.length
      const interactions = posts.map(post => showInteraction(recording.service, post, targets))
      return { remaining: remaining + unused, resetAt: Math.ceil(resetAt / 1000), interactions }
    } finally {
      await giveBack([unused, unused, recording.id, holder])
    }
  }
}

function readFilter(filter: string, targets: Targets): Expression {
  const expression = parseQueryFilter(filter)
  checkQueryFilter(expression, targets)
  return expression
}

// What a text says of itself; all other traits are inferred of people, and a sample would name who they are inferred of.
const ofTexts: ReadonlySet<TraitName> = new Set(['languages', 'domains', 'devices'])

function refuseInferred({ program }: OpenRecording, extra: Expression | null, targets: Targets): void {
  const conditions = [...program.rules.map(rule => rule.condition), program.filter, extra]
  for (const condition of conditions) {
    for (const { target } of condition === null ? [] : predicatesOf(condition)) {
      const trait = targets.find(target)?.trait
      if (trait === undefined || ofTexts.has(trait)) continue
      throw new InvalidRequest(
        `No sample is shown of what is chosen by ${target}, which is inferred of people: analyse it, or leave it out`
      )
    }
  }
}

/** Takes interactions off what a holder may still be shown. Throws TooMany when there is none left. */
function sampleCounter(database: Database, now: () => number) {
  const begin = statement<never>(
    database,
    `INSERT INTO samples (recording_id, holder, used, reset_at) VALUES (?, ?, 0, ?)
     ON CONFLICT (recording_id, holder) DO UPDATE SET used = 0, reset_at = excluded.reset_at WHERE samples.reset_at <= ?`
  )
  const use = statement<{ used: number; reset_at: number }>(
    database,
    `UPDATE samples SET used = CASE WHEN used + ? > ${samplesAnHour} THEN ${samplesAnHour} ELSE used + ? END
     WHERE recording_id = ? AND holder = ? AND used < ${samplesAnHour}
     RETURNING used, reset_at`
  )
  const look = statement<{ used: number; reset_at: number }>(
    database,
    'SELECT used, reset_at FROM samples WHERE recording_id = ? AND holder = ?'
  )
  return (recordingId: string, holder: string, count: number) =>
    database.db.transaction().execute(async trx => {
      const time = now()
      await begin([recordingId, holder, time + hourMs, time], trx)
      const [before] = await look([recordingId, holder], trx)
      const [after] = await use([count, count, recordingId, holder], trx)
      if (!before || !after) {
        const retryAfterS = ((before?.reset_at ?? time) - time) / 1000
        throw new TooMany(`All ${samplesAnHour} interactions of this hour were shown: ask again later`, retryAfterS)
      }
      const granted = Math.min(count, samplesAnHour - before.used)
      return { granted, remaining: samplesAnHour - after.used, resetAt: after.reset_at }
    })
}

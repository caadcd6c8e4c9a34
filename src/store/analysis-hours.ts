import type { Kysely } from 'kysely'
import { TooMany } from '../errors.ts'
import type { Service } from '../model/ids.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { losableStatement, statement } from './statement.ts'

const hourMs = 3_600_000

/** Who asks for an analysis, and of which service: what limits and usage are counted by. */
type AnalysisHolder = { readonly identityId: string; readonly service: Service }

/** Analyses of an hour: those of tasks, of strategies and of calls that are answered at once. */
type HourOfAnalyses = { readonly startMs: number; readonly service: string; readonly analyses: number }

// Counts and refuses in one, so that two at once do not share the last place. Bound are identity, service, hour, identity, service.
const addSql = `
  INSERT INTO analysis_hours (identity_id, service, hour, analyses)
  SELECT CAST(? AS text), CAST(? AS text), CAST(? AS bigint), 1
  WHERE NOT EXISTS (SELECT 1 FROM identity_limits WHERE identity_id = ? AND service = ? AND analyze_queries = 0)
  ON CONFLICT (identity_id, service, hour) DO UPDATE SET analyses = analysis_hours.analyses + 1
  WHERE NOT EXISTS (
    SELECT 1 FROM identity_limits
    WHERE identity_limits.identity_id = analysis_hours.identity_id AND identity_limits.service = analysis_hours.service
      AND identity_limits.analyze_queries <= analysis_hours.analyses
  )
  RETURNING analyses`

/** Counts analyses by hours of the clock, and holds identities to the limits that their account set. */
export function analysisHours(database: Database) {
  const add = statement<{ analyses: number }>(database, addSql)
  const addLosable = losableStatement<{ analyses: number }>(database, addSql)
  const full = statement<{ service: string }>(
    database,
    `SELECT service FROM identity_limits
     WHERE identity_id = ? AND service = ? AND analyze_queries <= coalesce((
       SELECT analyses FROM analysis_hours
       WHERE analysis_hours.identity_id = identity_limits.identity_id AND analysis_hours.service = identity_limits.service
         AND hour = ?
     ), 0)`
  )

  const keysOf = ({ identityId, service }: AnalysisHolder, now: number) => {
    return [identityId, service, Math.floor(now / hourMs)] as const
  }

  return {
    /** Counts an analysis, within a transaction when one is given. Throws TooMany where the limit allows no more. */
    async add(holder: AnalysisHolder, now: number, within?: Kysely<Schema>): Promise<void> {
      const values = [...keysOf(holder, now), holder.identityId, holder.service]
      const [added] = await (within ? add(values, within) : addLosable(values))
      if (!added) throw usedUp(holder, now)
    },
    /** Throws TooMany where the limit allows no analysis more. */
    async requireLeft(holder: AnalysisHolder, now: number, within?: Kysely<Schema>): Promise<void> {
      const [found] = await full(keysOf(holder, now), within)
      if (found) throw usedUp(holder, now)
    }
  }
}

function usedUp({ service }: AnalysisHolder, now: number): TooMany {
  const leftS = Math.ceil((hourMs - (now % hourMs)) / 1000)
  return new TooMany(
    `This identity has asked for as many analyses of ${service} as its limit allows in an hour: ask again in the next one, or have the limit raised`,
    leftS
  )
}

/** How many analyses an account's identities asked for in each hour that a window (ms, end exclusive) touches, oldest first. */
export async function accountUsage(
  database: Database,
  accountId: string,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number }
): Promise<HourOfAnalyses[]> {
  const rows = await database.db
    .selectFrom('identities')
    .innerJoin('analysis_hours', 'analysis_hours.identity_id', 'identities.id')
    .where('identities.account_id', '=', accountId)
    .where('hour', '>=', Math.floor(startMs / hourMs))
    .where('hour', '<', Math.ceil(endMs / hourMs))
    .select(({ fn }) => ['hour', 'service', fn.sum<number | string>('analyses').as('analyses')])
    .groupBy(['hour', 'service'])
    .orderBy('hour')
    .orderBy('service')
    .execute()
  // PostgreSQL gives sums as texts.
  return rows.map(({ hour, service, analyses }) => ({ startMs: hour * hourMs, service, analyses: Number(analyses) }))
}

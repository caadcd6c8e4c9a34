import { sql } from 'kysely'
import type { Database } from './database.ts'

const hourMs = 3_600_000

/** Analysis tasks of an hour, those of strategies among them. */
export type HourOfUsage = { readonly startMs: number; readonly service: string; readonly tasks: number }

/** How many analyses an account's identities asked for in each hour of a window (ms, end exclusive) that has any, oldest first. */
export async function accountUsage(
  database: Database,
  accountId: string,
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number }
): Promise<HourOfUsage[]> {
  const { rows } = await sql<{ hour: number; service: string; tasks: number }>`
    SELECT tasks.created_at / ${sql.lit(hourMs)} AS hour, tasks.service AS service, sum(tasks.usage) AS tasks
    FROM identities
    JOIN tasks ON tasks.identity_id = identities.id AND tasks.type = 'analysis'
    WHERE identities.account_id = ${accountId} AND tasks.created_at >= ${startMs} AND tasks.created_at < ${endMs}
    GROUP BY tasks.created_at / ${sql.lit(hourMs)}, tasks.service
    ORDER BY hour, service`.execute(database.db)
  // PostgreSQL gives sums as texts.
  return rows.map(({ hour, service, tasks }) => ({ startMs: Number(hour) * hourMs, service, tasks: Number(tasks) }))
}

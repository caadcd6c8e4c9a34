import { type Kysely, sql } from 'kysely'

/** How many analyses each identity asked for in each hour: counted here, so that tasks may go and limits cost one row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('analysis_hours')
    .addColumn('identity_id', 'text', column => column.notNull().references('identities.id'))
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('hour', 'bigint', column => column.notNull())
    .addColumn('analyses', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('analysis_hours_key', ['identity_id', 'service', 'hour'])
    .execute()
  await sql`
    INSERT INTO analysis_hours (identity_id, service, hour, analyses)
    SELECT identity_id, service, created_at / 3600000, count(*)
    FROM tasks
    WHERE type = 'analysis'
    GROUP BY identity_id, service, created_at / 3600000`.execute(db)
}

import { type Kysely, PostgresAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await db.schema
    .createTable('imports')
    .addColumn('id', 'integer', column =>
      isPostgres ? column.primaryKey().generatedAlwaysAsIdentity() : column.primaryKey().autoIncrement()
    )
    .addColumn('key', 'text')
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('format', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('attempt', 'integer', column => column.notNull().defaultTo(1))
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('records', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('rejects', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addColumn('started_at', 'bigint', column => column.notNull())
    .addColumn('updated_at', 'bigint', column => column.notNull())
    .addColumn('finished_at', 'bigint')
    .addColumn('revision', 'bigint')
    .execute()
  await sql`CREATE UNIQUE INDEX imports_unfinished ON imports (key) WHERE state <> 'finished'`.execute(db)
}

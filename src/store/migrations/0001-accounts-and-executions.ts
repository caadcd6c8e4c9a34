import { type Kysely, PostgresAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccounts(db)
  await createExecutions(db)
  await createResults(db)
}

async function createAccounts(db: Kysely<unknown>) {
  await db.schema
    .createTable('accounts')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('executions', 'bigint', column => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('tokens')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('hash', 'text', column => column.notNull().unique())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('last_used_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .execute()
  await db.schema
    .createTable('settings')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('value', 'text', column => column.notNull())
    .execute()
}

async function createExecutions(db: Kysely<unknown>) {
  await db.schema
    .createTable('executions')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('fingerprint', 'text', column => column.notNull())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('job', 'text', column => column.notNull())
    .addColumn('request', 'text', column => column.notNull())
    .addColumn('requested_size', 'integer', column => column.notNull())
    .addColumn('size', 'integer', column => column.notNull())
    .addColumn('labels', 'text', column => column.notNull())
    .addColumn('external_id', 'text')
    .addColumn('project', 'text')
    .addColumn('asked_by', 'text')
    .addColumn('version', 'text')
    .addColumn('configuration', 'text')
    .addColumn('dispatch', 'text')
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('priority', 'integer', column => column.notNull())
    .addColumn('progress', 'integer', column => column.notNull())
    .addColumn('attempt', 'integer', column => column.notNull())
    .addColumn('tries', 'integer', column => column.notNull())
    .addColumn('due_at', 'bigint', column => column.notNull())
    .addColumn('worker', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('errors', 'text', column => column.notNull())
    .addColumn('warnings', 'text', column => column.notNull())
    .addColumn('submitted_at', 'bigint', column => column.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('finished_at', 'bigint')
    .addColumn('run_ms', 'bigint')
    .addColumn('estimate_run_ms', 'bigint', column => column.notNull())
    .addColumn('estimate_wait_ms', 'bigint', column => column.notNull())
    .execute()
  for (const index of executionIndexes) await index.execute(db)
}

// Small partial indexes: the queue, what is held, and what durations are learned from stay fast however long the history is.
const executionIndexes = [
  sql`CREATE INDEX executions_queue ON executions (account_id, priority DESC, submitted_at, id) WHERE state = 'queued'`,
  sql`CREATE INDEX executions_held ON executions (account_id, lease_until) WHERE state IN ('claimed', 'running')`,
  sql`CREATE INDEX executions_unfinished ON executions (account_id) WHERE state IN ('queued', 'claimed', 'running')`,
  sql`CREATE INDEX executions_history ON executions (job, finished_at DESC) WHERE state = 'finished'`,
  sql`CREATE INDEX executions_newest ON executions (account_id, submitted_at DESC, id DESC)`,
  sql`CREATE INDEX executions_fingerprint ON executions (fingerprint)`
]

async function createResults(db: Kysely<unknown>) {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  await db.schema
    .createTable('results')
    .addColumn('fingerprint', 'text', column => column.primaryKey())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('body', isPostgres ? 'bytea' : 'blob')
    .addColumn('encoding', 'text', column => column.notNull())
    .addColumn('etag', 'text', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('removed_at', 'bigint')
    .addColumn('removed_reason', 'text')
    .execute()
  await sql`CREATE INDEX results_age ON results (created_at) WHERE removed_at IS NULL`.execute(db)
}

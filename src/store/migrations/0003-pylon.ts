import { randomBytes } from 'node:crypto'
import { type Kysely, PostgresAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createIdentities(db)
  await createRecordings(db)
  await createTasks(db)
  await leaveTasksOut(db)
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter
  for (const trigger of triggers) await (isPostgres ? onPostgres(db, trigger) : onSqlite(db, trigger))
}

async function createIdentities(db: Kysely<unknown>) {
  await db.schema
    .createTable('identities')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('label', 'text', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .addColumn('is_master', 'integer', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('updated_at', 'bigint', column => column.notNull())
    .execute()
  await sql`CREATE UNIQUE INDEX identities_label ON identities (account_id, label)`.execute(db)
  await sql`CREATE INDEX identities_oldest ON identities (account_id, created_at, id)`.execute(db)
  await db.schema
    .createTable('identity_limits')
    .addColumn('identity_id', 'text', column => column.notNull().references('identities.id'))
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('total_allowance', 'bigint')
    .addColumn('analyze_queries', 'bigint')
    .addPrimaryKeyConstraint('identity_limits_key', ['identity_id', 'service'])
    .execute()
  await db.schema
    .createTable('identity_tokens')
    .addColumn('identity_id', 'text', column => column.notNull().references('identities.id'))
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('hash', 'text', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('updated_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('identity_tokens_key', ['identity_id', 'service'])
    .execute()
  await db.schema
    .alterTable('tokens')
    .addColumn('identity_id', 'text', column => column.references('identities.id'))
    .execute()
  await nameFirstIdentity(db)
}

// Tokens that the program made by itself stand for the first account's default identity, those of before this migration too.
async function nameFirstIdentity(db: Kysely<unknown>) {
  const id = randomBytes(16).toString('hex')
  const now = Date.now()
  await sql`
    INSERT INTO identities (id, account_id, label, status, is_master, created_at, updated_at)
    SELECT CAST(${id} AS text), id, 'default', 'active', 0, CAST(${now} AS bigint), CAST(${now} AS bigint)
    FROM accounts WHERE id = 'default'`.execute(db)
  await sql`
    UPDATE tokens SET identity_id = (SELECT id FROM identities WHERE account_id = 'default' AND label = 'default')
    WHERE account_id = 'default' AND name IN ('DEMOGRAPH_TOKEN', 'made at the first start')`.execute(db)
}

async function createRecordings(db: Kysely<unknown>) {
  await db.schema
    .createTable('filters')
    .addColumn('hash', 'text', column => column.primaryKey())
    .addColumn('source', 'text', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute()
  await db.schema
    .createTable('recordings')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('account_id', 'text', column => column.notNull().references('accounts.id'))
    .addColumn('identity_id', 'text', column => column.notNull().references('identities.id'))
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('hash', 'text', column => column.notNull().references('filters.hash'))
    .addColumn('start_at', 'bigint', column => column.notNull())
    .addColumn('end_at', 'bigint')
    .addColumn('is_since_start', 'integer', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute()
  await sql`CREATE INDEX recordings_of_account ON recordings (account_id, service, created_at, id)`.execute(db)
  // How many interactions of a recording a holder of a key was shown since its hour began.
  await db.schema
    .createTable('samples')
    .addColumn('recording_id', 'text', column => column.notNull())
    .addColumn('holder', 'text', column => column.notNull())
    .addColumn('used', 'integer', column => column.notNull())
    .addColumn('reset_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('samples_key', ['recording_id', 'holder'])
    .execute()
}

async function createTasks(db: Kysely<unknown>) {
  await db.schema
    .alterTable('accounts')
    .addColumn('last_task_at', 'bigint', column => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('tasks')
    .addColumn('id', 'text', column => column.primaryKey().references('executions.id').onDelete('cascade'))
    .addColumn('identity_id', 'text', column => column.notNull().references('identities.id'))
    .addColumn('recording_id', 'text', column => column.notNull())
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('parameters', 'text', column => column.notNull())
    .addColumn('parent_id', 'text')
    .addColumn('position', 'bigint', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('usage', 'integer', column => column.notNull())
    .addColumn('steps_completed', 'integer')
    .addColumn('total_steps', 'integer')
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('updated_at', 'bigint', column => column.notNull())
    .execute()
  await sql`CREATE UNIQUE INDEX tasks_position ON tasks (identity_id, service, type, position)`.execute(db)
  await sql`CREATE INDEX tasks_state ON tasks (identity_id, service, type, state, position)`.execute(db)
  await sql`CREATE INDEX tasks_parent ON tasks (parent_id, name) WHERE parent_id IS NOT NULL`.execute(db)
  await db.schema
    .createTable('task_counts')
    .addColumn('identity_id', 'text', column => column.notNull().references('identities.id'))
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('last_position', 'bigint', column => column.notNull())
    .addColumn('queued', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('running', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('finished', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('failed', 'bigint', column => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('task_counts_key', ['identity_id', 'service', 'type'])
    .execute()
}

// A million tasks must not slow the lists and limits of the Execute API, which show and count none.
async function leaveTasksOut(db: Kysely<unknown>) {
  for (const index of [
    sql`DROP INDEX executions_unfinished`,
    sql`DROP INDEX executions_newest`,
    sql`DROP INDEX executions_history`,
    // What was answered at once teaches nothing about durations.
    sql`CREATE INDEX executions_history ON executions (job, finished_at DESC)
        WHERE state = 'finished' AND run_ms IS NOT NULL`,
    sql`CREATE INDEX executions_unfinished ON executions (account_id)
        WHERE state IN ('queued', 'claimed', 'running') AND job NOT IN ('analysis', 'strategy')`,
    sql`CREATE INDEX executions_newest ON executions (account_id, submitted_at DESC, id DESC)
        WHERE job NOT IN ('analysis', 'strategy')`
  ])
    await index.execute(db)
}

type Trigger = { readonly name: string; readonly on: string; readonly when: string; readonly run: string }

// Who has seen a task running is not told that it is queued again when its worker was lost.
const seenState = `CASE
  WHEN NEW.state = 'finished' THEN 'finished'
  WHEN NEW.state IN ('failed', 'stopped', 'invalid-result') THEN 'failed'
  WHEN NEW.started_at IS NULL THEN 'queued'
  ELSE 'running' END`

const states = ['queued', 'running', 'finished', 'failed']
const isIn = (row: 'NEW' | 'OLD', state: string) => `CASE WHEN ${row}.state = '${state}' THEN 1 ELSE 0 END`
const countsOf = (row: 'NEW' | 'OLD', change: (state: string) => string) => `UPDATE task_counts
  SET ${states.map(state => `${state} = ${state} ${change(state)}`).join(', ')}
  WHERE identity_id = ${row}.identity_id AND service = ${row}.service AND type = ${row}.type`

/** Whoever changes an execution, a task's state and the counts of tasks follow in the same transaction. */
const triggers: readonly Trigger[] = [
  {
    name: 'tasks_follow_executions',
    on: 'UPDATE OF state, started_at, finished_at ON executions',
    when: `NEW.job IN ('analysis', 'strategy')`,
    run: `UPDATE tasks
      SET state = ${seenState},
        steps_completed = CASE WHEN NEW.state = 'finished' THEN total_steps ELSE steps_completed END,
        updated_at = CASE
          WHEN coalesce(NEW.finished_at, NEW.started_at, 0) > updated_at THEN coalesce(NEW.finished_at, NEW.started_at)
          ELSE updated_at END
      WHERE id = NEW.id AND state <> ${seenState}`
  },
  {
    name: 'tasks_added',
    on: 'INSERT ON tasks',
    when: '1 = 1',
    run: countsOf('NEW', state => `+ ${isIn('NEW', state)}`)
  },
  {
    name: 'tasks_moved',
    on: 'UPDATE OF state ON tasks',
    when: 'NEW.state <> OLD.state',
    run: countsOf('NEW', state => `+ ${isIn('NEW', state)} - ${isIn('OLD', state)}`)
  },
  {
    name: 'tasks_removed',
    on: 'DELETE ON tasks',
    when: '1 = 1',
    run: countsOf('OLD', state => `- ${isIn('OLD', state)}`)
  }
]

async function onSqlite(db: Kysely<unknown>, { name, on, when, run }: Trigger) {
  await sql.raw(`CREATE TRIGGER ${name} AFTER ${on} WHEN ${when} BEGIN ${run}; END`).execute(db)
}

async function onPostgres(db: Kysely<unknown>, { name, on, when, run }: Trigger) {
  await sql
    .raw(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN ${run}; RETURN NULL; END $body$`)
    .execute(db)
  await sql.raw(`CREATE TRIGGER ${name} AFTER ${on} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION ${name}()`).execute(db)
}

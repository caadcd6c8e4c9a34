import type { Database } from '../store/database.ts'
import type { ExecutionRow } from '../store/schema.ts'
import { losableStatement, type Statement, statement } from '../store/statement.ts'

/** The columns of a new row, in the order in which `insert` takes them. */
export const newColumns = [
  'id',
  'fingerprint',
  'account_id',
  'job',
  'request',
  'requested_size',
  'size',
  'labels',
  'external_id',
  'project',
  'asked_by',
  'version',
  'configuration',
  'dispatch',
  'priority',
  'due_at',
  'warnings',
  'submitted_at',
  'estimate_run_ms',
  'estimate_wait_ms'
] as const satisfies readonly (keyof ExecutionRow)[]

export const maxTries = 3

/** A result as it lies in the store, beside its execution. */
type ResultRow = Pick<ExecutionRow, 'state' | 'errors'> & {
  body: Uint8Array | null
  encoding: 'plain' | 'zstd' | null
  etag: string | null
  removed_reason: string | null
}

type Id = { id: string }

/**
 * Every statement that reads or changes the life of an execution (docs/state-machine.md), each named by the arrow that it is.
 * What a worker writes names its attempt, so that it changes nothing once the row has moved on without it.
 */
export type ExecutionRows = ReturnType<typeof executionRows>

// The literals are written out, not bound: only so does a planner see that a partial index fits.
const held = `state IN ('claimed', 'running')`
const unfinished = `state IN ('queued', 'claimed', 'running')`
/** Tasks of the Task API are executions as well, which the lists and limits of the Execute API leave out. */
export const isNoTask = `job NOT IN ('analysis', 'strategy')`
const letGo = 'worker = NULL, lease_until = NULL'

export function executionRows(database: Database) {
  const ready = <Row>(text: string): Statement<Row> => statement<Row>(database, text)
  const losable = <Row>(text: string): Statement<Row> => losableStatement<Row>(database, text)
  const using = indexHint(database.dialect)
  return {
    get: ready<ExecutionRow>('SELECT * FROM executions WHERE id = ?'),
    request: ready<{ request: string }>('SELECT request FROM executions WHERE id = ? AND account_id = ?'),

    /** Values of newColumns; no row when the id is there already. */
    insert: ready<Id>(
      `INSERT INTO executions (${newColumns.join(', ')}, state, progress, attempt, tries, errors)
       VALUES (${newColumns.map(() => '?').join(', ')}, 'queued', 0, 0, 0, '[]')
       ON CONFLICT (id) DO NOTHING
       RETURNING id`
    ),
    /** Two that submit for one account wait for each other here, so that the limit holds. */
    lockAccount: ready<Id>(
      `SELECT id FROM accounts WHERE id = ? ${database.dialect === 'postgres' ? 'FOR NO KEY UPDATE' : ''}`
    ),
    countAccount: ready<Id>('UPDATE accounts SET executions = executions + 1 WHERE id = ? RETURNING id'),
    /** Counts at most as many as given. */
    countUnfinished: ready<{ count: number }>(
      `SELECT count(*) AS count FROM (
         SELECT 1 FROM executions ${using('executions_unfinished')} WHERE account_id = ? AND ${unfinished} AND ${isNoTask} LIMIT ?
       ) AS sample`
    ),
    restart: ready<ExecutionRow>(
      `UPDATE executions SET
         state = 'queued', tries = 0, progress = 0, due_at = ?, submitted_at = ?, started_at = NULL, finished_at = NULL,
         run_ms = NULL, errors = '[]', warnings = ?, estimate_run_ms = ?, estimate_wait_ms = ?
       WHERE id = ? AND state IN ('failed', 'stopped')
       RETURNING *`
    ),
    /** Only from the labels and warnings that were read: whoever comes second reads again. */
    setNotes: ready<ExecutionRow>(
      'UPDATE executions SET labels = ?, warnings = ? WHERE id = ? AND labels = ? AND warnings = ? RETURNING *'
    ),
    stop: ready<ExecutionRow>(
      `UPDATE executions SET state = 'stopped', finished_at = ?, ${letGo}
       WHERE id = ? AND account_id = ? AND ${unfinished}
       RETURNING *`
    ),

    // Whoever claims works in this process: if the machine stops, the work stops as well, and is found waiting.
    /** worker, lease_until, and three times the time that it is. */
    claim: losable<ExecutionRow>(claimSql(database.dialect)),
    isDue: ready<Id>(`SELECT id FROM executions WHERE state = 'queued' AND due_at <= ? LIMIT 1`),
    start: losable<Id>(
      `UPDATE executions SET state = 'running', started_at = coalesce(started_at, ?)
       WHERE id = ? AND attempt = ? AND state = 'claimed'
       RETURNING id`
    ),
    progress: losable<Id>(
      `UPDATE executions SET progress = ? WHERE id = ? AND attempt = ? AND state = 'running' AND progress < ? RETURNING id`
    ),
    /** All leases of a worker at once; the answer says what it still holds. */
    renew: losable<{ id: string; attempt: number }>(
      `UPDATE executions SET lease_until = ? WHERE worker = ? AND ${held} RETURNING id, attempt`
    ),
    finish: ready<{ fingerprint: string; account_id: string }>(
      `UPDATE executions SET state = 'finished', progress = 100, finished_at = ?, run_ms = ?, ${letGo}
       WHERE id = ? AND attempt = ? AND state = 'running'
       RETURNING fingerprint, account_id`
    ),
    end: ready<Id>(
      `UPDATE executions SET state = ?, errors = ?, finished_at = ?, ${letGo}
       WHERE id = ? AND attempt = ? AND ${held}
       RETURNING id`
    ),
    /** The second value is how many tries are given back: 1 for a worker that drains, else 0. */
    putBack: ready<Id>(
      `UPDATE executions SET state = 'queued', due_at = ?, tries = tries - ?, ${letGo}
       WHERE id = ? AND attempt = ? AND ${held}
       RETURNING id`
    ),
    /** Whatever runs anywhere; the try is given back. */
    putBackAll: ready<Id>(
      `UPDATE executions SET state = 'queued', due_at = ?, tries = tries - 1, ${letGo} WHERE ${held} RETURNING id`
    ),
    putBackExpired: ready<Id>(
      `UPDATE executions SET state = 'queued', due_at = ?, ${letGo}
       WHERE ${held} AND lease_until < ? AND tries < ${maxTries}
       RETURNING id`
    ),
    failExpired: ready<Id>(
      `UPDATE executions SET state = 'failed', errors = ?, finished_at = ?, ${letGo}
       WHERE ${held} AND lease_until < ? AND tries >= ${maxTries}
       RETURNING id`
    ),

    storeResult: ready<never>(
      `INSERT INTO results (fingerprint, account_id, body, encoding, etag, created_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (fingerprint) DO UPDATE SET
         body = excluded.body, encoding = excluded.encoding, etag = excluded.etag, created_at = excluded.created_at,
         removed_at = NULL, removed_reason = NULL`
    ),
    result: ready<ResultRow>(
      `SELECT state, errors, body, encoding, etag, removed_reason
       FROM executions LEFT JOIN results ON results.fingerprint = executions.fingerprint
       WHERE executions.id = ? AND executions.account_id = ?`
    ),
    removeResult: ready<{ fingerprint: string }>(
      `UPDATE results SET body = NULL, removed_at = ?, removed_reason = ?
       WHERE fingerprint = (SELECT fingerprint FROM executions WHERE id = ? AND account_id = ?) AND removed_at IS NULL
       RETURNING fingerprint`
    ),
    /** Some of the results that are older than a time. */
    expireResults: ready<{ fingerprint: string }>(
      `UPDATE results SET body = NULL, removed_at = ?, removed_reason = 'expired'
       WHERE fingerprint IN (SELECT fingerprint FROM results WHERE removed_at IS NULL AND created_at < ? LIMIT 200)
       RETURNING fingerprint`
    ),

    recentRuns: ready<{ size: number; run_ms: number }>(
      `SELECT size, run_ms FROM executions
       WHERE job = ? AND state = 'finished' AND run_ms IS NOT NULL
       ORDER BY finished_at DESC LIMIT 50`
    ),
    countQueued: ready<{ count: number }>(`SELECT count(*) AS count FROM executions WHERE state = 'queued'`),
    /** Of a long queue a thousand are enough to know how long one takes. */
    queuedEstimates: ready<{ mean: number | null }>(
      `SELECT CAST(avg(estimate_run_ms) AS bigint) AS mean
       FROM (SELECT estimate_run_ms FROM executions WHERE state = 'queued' LIMIT 1000) AS sample`
    ),
    heldEstimates: ready<{ estimate_run_ms: number; started_at: number | null }>(
      `SELECT estimate_run_ms, started_at FROM executions WHERE ${held}`
    )
  }
}

// SQLite, without statistics, would rather read an account's whole history than a small partial index.
function indexHint(dialect: Database['dialect']): (index: string) => string {
  return index => (dialect === 'sqlite' ? `INDEXED BY ${index}` : '')
}

/**
 * Takes one row that is due: of the account with the fewest held rows, there the highest priority, there the oldest. Each step
 * reads the heads of partial indexes, so that it costs the same however long the queue is.
 */
function claimSql(dialect: Database['dialect']): string {
  return `
    UPDATE executions SET state = 'claimed', attempt = attempt + 1, tries = tries + 1, worker = ?, lease_until = ?
    WHERE id = (
      SELECT id FROM executions
      WHERE state = 'queued' AND due_at <= ? AND account_id = (
        SELECT account_id FROM (
          SELECT
            accounts.id AS account_id,
            (SELECT count(*) FROM executions AS busy ${indexHint(dialect)('executions_held')}
             WHERE busy.account_id = accounts.id AND busy.${held}) AS held,
            (SELECT head.priority FROM executions AS head
             WHERE head.account_id = accounts.id AND head.state = 'queued' AND head.due_at <= ?
             ORDER BY head.priority DESC, head.submitted_at, head.id LIMIT 1) AS priority,
            (SELECT head.submitted_at FROM executions AS head
             WHERE head.account_id = accounts.id AND head.state = 'queued' AND head.due_at <= ?
             ORDER BY head.priority DESC, head.submitted_at, head.id LIMIT 1) AS submitted_at
          FROM accounts
        ) AS waiting
        WHERE priority IS NOT NULL
        ORDER BY held, priority DESC, submitted_at, account_id LIMIT 1
      )
      ORDER BY priority DESC, submitted_at, id LIMIT 1
      ${dialect === 'postgres' ? '-- Who comes second takes the next one.\n FOR UPDATE SKIP LOCKED' : ''}
    )
    RETURNING *`
}

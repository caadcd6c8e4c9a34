import type { Generated } from 'kysely'

/** Who asks. `executions` counts its rows there, so that a list need not. */
type Accounts = { id: string; created_at: number; executions: Generated<number> }

export type Role = 'admin' | 'member'

/** A token is kept as its SHA-256 only; `id` is the beginning of that hash, for people. */
type Tokens = {
  id: string
  hash: string
  account_id: string
  role: Role
  name: string
  created_at: number
  last_used_at: number | null
  revoked_at: number | null
}

type Settings = { key: string; value: string }

/** The queue and the history of questions. Lists and requests are JSON text; times are ms since 1970. */
export type ExecutionRow = {
  id: string
  fingerprint: string
  account_id: string
  job: string
  request: string
  requested_size: number
  size: number
  labels: string
  external_id: string | null
  project: string | null
  asked_by: string | null
  version: string | null
  configuration: string | null
  dispatch: string | null
  state: 'queued' | 'claimed' | 'running' | 'finished' | 'failed' | 'stopped' | 'invalid-result'
  priority: number
  progress: number
  /** Only grows: the fence of every write that a worker makes. */
  attempt: number
  /** Tries burnt since it was last asked for. */
  tries: number
  /** Not to be claimed before. */
  due_at: number
  worker: string | null
  lease_until: number | null
  errors: string
  warnings: string
  submitted_at: number
  started_at: number | null
  finished_at: number | null
  /** How long the try that finished took. */
  run_ms: number | null
  estimate_run_ms: number
  estimate_wait_ms: number
}

/** A result hangs on the fingerprint of its question. `body` is null once removed. */
type Results = {
  fingerprint: string
  account_id: string
  body: Uint8Array | null
  encoding: 'plain' | 'zstd'
  etag: string
  created_at: number
  removed_at: number | null
  removed_reason: string | null
}

/** One import of one file. At most one row of a key is not finished. */
type Imports = {
  id: Generated<number>
  key: string | null
  name: string
  format: string
  state: 'running' | 'failed' | 'finished'
  attempt: Generated<number>
  holder: string | null
  lease_until: number | null
  records: Generated<number>
  rejects: Generated<number>
  error: string | null
  started_at: number
  updated_at: number
  finished_at: number | null
  revision: number | null
}

/** The database's tables, as Kysely types its statements. */
export type Schema = {
  accounts: Accounts
  tokens: Tokens
  settings: Settings
  executions: ExecutionRow
  results: Results
  imports: Imports
}

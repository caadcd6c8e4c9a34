import type { Generated } from 'kysely'

/** Who asks. `executions` counts its rows there without its tasks, so that a list need not; no task is submitted twice at `last_task_at`. */
type Accounts = { id: string; created_at: number; executions: Generated<number>; last_task_at: Generated<number> }

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
  /** Nothing for a key of the whole account. */
  identity_id: Generated<string | null>
}

/** One of the keys' holders within an account, whose recordings and tasks are its own. */
export type IdentityRow = {
  id: string
  account_id: string
  label: string
  status: 'active' | 'disabled'
  is_master: 0 | 1
  created_at: number
  updated_at: number
}

/** What an account allows an identity of a service: interactions a day, which nothing counts, and analyses an hour. */
type IdentityLimits = {
  identity_id: string
  service: string
  total_allowance: number | null
  analyze_queries: number | null
}
type IdentityTokens = { identity_id: string; service: string; hash: string; created_at: number; updated_at: number }

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

/** A CSDL text under the hash of what it says. */
type Filters = { hash: string; source: string; created_at: number }

/** A named view over the interactions of a service. `start_at` and `end_at` are unix seconds, `created_at` ms. */
export type RecordingRow = {
  id: string
  account_id: string
  identity_id: string
  service: string
  name: string
  hash: string
  start_at: number
  end_at: number | null
  is_since_start: 0 | 1
  created_at: number
}

/** How many interactions of a recording the holder of a key was shown since its hour began; `reset_at` is when that ends, ms. */
type Samples = { recording_id: string; holder: string; used: number; reset_at: number }

/** What the Task API adds to an execution of the same id. Triggers (migration 0003) keep `state` and the counts true to it. */
export type TaskRow = {
  id: string
  identity_id: string
  recording_id: string
  service: string
  type: 'analysis' | 'strategy'
  name: string
  parameters: string
  parent_id: string | null
  /** From 1 without gaps within an identity, a service and a type; the oldest are removed first. */
  position: number
  state: 'queued' | 'running' | 'finished' | 'failed'
  usage: number
  steps_completed: number | null
  total_steps: number | null
  created_at: number
  updated_at: number
}

/** Analyses of tasks, of strategies and of calls that are answered at once; `hour` is in hours since 1970. */
type AnalysisHours = { identity_id: string; service: string; hour: number; analyses: number }

type TaskCounts = {
  identity_id: string
  service: string
  type: 'analysis' | 'strategy'
  last_position: number
  queued: Generated<number>
  running: Generated<number>
  finished: Generated<number>
  failed: Generated<number>
}

/** The database's tables, as Kysely types its statements. */
export type Schema = {
  accounts: Accounts
  tokens: Tokens
  settings: Settings
  executions: ExecutionRow
  results: Results
  imports: Imports
  identities: IdentityRow
  identity_limits: IdentityLimits
  identity_tokens: IdentityTokens
  filters: Filters
  recordings: RecordingRow
  samples: Samples
  tasks: TaskRow
  task_counts: TaskCounts
  analysis_hours: AnalysisHours
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How the queue stands when somebody looks. */
type QueueSnapshot = {
  readonly counts: readonly { readonly job: string; readonly state: string; readonly count: number }[]
  /** Age of the oldest execution that waits, in ms; 0 when none does. */
  readonly oldestQueuedMs: number
}

/** The program's figures for Prometheus: who measures calls one of these, /metrics reads them. */
export type Metrics = {
  requestAnswered(method: string, route: string, status: number, seconds: number): void
  /** An execution reached a final state. */
  jobEnded(end: { readonly job: string; readonly state: string; readonly runMs: number }): void
  rowsImported(kind: string, rows: number): void
  /** Asked at every look at /metrics. */
  watchQueue(snapshot: () => Promise<QueueSnapshot>): void
  /** In the text format of Prometheus; while the queue cannot be looked at, everything else. */
  text(): Promise<string>
  readonly contentType: string
}

const requestSeconds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]
/** Prometheus itself waits 10 s; a database that is away may be waited for as long. */
const lookMs = 3_000
const jobSeconds = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800]

/** A registry of its own, so that two apps in one process do not share their figures. */
export function createMetrics(options: { readonly processFigures: boolean }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  if (options.processFigures) collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'demograph_http_request_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestSeconds,
    registers
  })
  const jobs = new Histogram({
    name: 'demograph_job_run_seconds',
    help: 'Time from the start of a job to its final state.',
    labelNames: ['job', 'state'],
    buckets: jobSeconds,
    registers
  })
  const rows = new Counter({
    name: 'demograph_import_rows_total',
    help: 'Records read by imports.',
    labelNames: ['kind'],
    registers
  })
  let lookAtQueue = async () => {}
  return {
    requestAnswered: (method, route, status, seconds) =>
      requests.labels(method, route, String(status)).observe(seconds),
    jobEnded: ({ job, state, runMs }) => jobs.observe({ job, state }, runMs / 1000),
    rowsImported: (kind, count) => rows.inc({ kind }, count),
    watchQueue: snapshot => {
      lookAtQueue = queueGauges(registers, snapshot)
    },
    text: async () => {
      await lookAtQueue()
      return registry.metrics()
    },
    contentType: registry.contentType
  }
}

/** Makes the gauges of the queue; what it answers fills them with one look, so that they agree with each other. Never throws. */
function queueGauges(registers: Registry[], snapshot: () => Promise<QueueSnapshot>): () => Promise<void> {
  const age = new Gauge({
    name: 'demograph_queue_age_seconds',
    help: 'Age of the oldest execution that waits.',
    registers
  })
  const executions = new Gauge({
    name: 'demograph_executions',
    help: 'Executions by job type and state.',
    labelNames: ['job', 'state'],
    registers
  })
  const isUp = new Gauge({
    name: 'demograph_database_up',
    help: '1 when the database answered this look, else 0.',
    registers
  })
  return async () => {
    const found = await within(lookMs, snapshot())
    isUp.set(found ? 1 : 0)
    executions.reset()
    age.remove({})
    if (!found) return // No figure is better than an old one.
    for (const { job, state, count } of found.counts) executions.set({ job, state }, count)
    age.set(found.oldestQueuedMs / 1000)
  }
}

/** What is found in time; nothing when it fails or takes longer. */
async function within<Found>(ms: number, finding: Promise<Found>): Promise<Found | undefined> {
  const { promise: timeUp, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, ms, undefined)
  try {
    return await Promise.race([finding, timeUp])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

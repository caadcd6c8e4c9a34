import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How the queue stands when somebody looks. */
export type QueueSnapshot = {
  readonly counts: readonly { readonly job: string; readonly state: string; readonly count: number }[]
  /** Age of the oldest execution that waits, in ms; 0 when none does. */
  readonly oldestQueuedMs: number
}

/** The program's figures for Prometheus: who measures calls one of these, /metrics reads them. */
export type Metrics = {
  requestAnswered(method: string, route: string, status: number, seconds: number): void
  /** An execution reached a final state. */
  jobEnded(job: string, state: string, runSeconds: number): void
  rowsImported(kind: string, rows: number): void
  /** Asked at every look at /metrics. */
  watchQueue(snapshot: () => Promise<QueueSnapshot>): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
  readonly contentType: string
}

const requestSeconds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]
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
    jobEnded: (job, state, runSeconds) => jobs.observe({ job, state }, runSeconds),
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

/** Makes the gauges of the queue; what it answers fills them with one look, so that they agree with each other. */
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
  return async () => {
    const { counts, oldestQueuedMs } = await snapshot()
    executions.reset()
    for (const { job, state, count } of counts) executions.set({ job, state }, count)
    age.set(oldestQueuedMs / 1000)
  }
}

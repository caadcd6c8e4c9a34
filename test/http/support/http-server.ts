import type { TestContext } from 'node:test'
import { pino } from 'pino'
import { Type } from 'typebox'
import { enricherWhenNeeded } from '../../../src/enrichment/load-enricher.ts'
import type { HttpServices } from '../../../src/http/http-services.ts'
import { createServer } from '../../../src/http/server.ts'
import { defineJob } from '../../../src/jobs/define-job.ts'
import { createMetrics } from '../../../src/metrics.ts'
import type { Caller } from '../../../src/store/verify-token.ts'
import { allTraits } from '../../support/all-traits.ts'
import { type MemoryExecutions, memoryExecutions } from './memory-executions.ts'
import { memoryPylon } from './memory-pylon.ts'

export const memberToken = '1'.repeat(32)
export const adminToken = '2'.repeat(32)
export const strangerToken = '3'.repeat(32)
/** Of an identity of the account `ann`; the others are keys of whole accounts. */
export const identityToken = '4'.repeat(32)
export const identityOfAnn = 'a'.repeat(32)

const callers = new Map<string, Caller>([
  [memberToken, { accountId: 'ann', role: 'member', identityId: null }],
  [adminToken, { accountId: 'ann', role: 'admin', identityId: null }],
  [strangerToken, { accountId: 'bob', role: 'admin', identityId: null }],
  [identityToken, { accountId: 'ann', role: 'member', identityId: identityOfAnn }]
])

const job = defineJob({
  name: 'AudienceInfluencers',
  summary: 'A stand-in.',
  options: Type.Object({}),
  result: Type.Object({}),
  advisedIds: 50,
  firstEstimate: { baseMs: 1, perIdMs: 1 },
  run: async () => ({ body: {}, metadata: {} })
})

export type TestServer = {
  readonly url: string
  readonly executions: MemoryExecutions
  /** The lines that were logged, as JSON texts. */
  readonly logged: string[]
  close(): Promise<void>
  /** Asks as a member of the account `ann`, unless the headers say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>
}

/** The real HTTP server over executions in memory, on a free loopback port, closed when the test ends. */
export async function httpServer(t: TestContext, change: Partial<HttpServices> = {}): Promise<TestServer> {
  const executions = memoryExecutions([job.name])
  const logged: string[] = []
  const server = createServer({
    executions,
    loadEnricher: enricherWhenNeeded(allTraits),
    traits: allTraits,
    jobs: new Map([[job.name, job]]),
    verifyToken: async token => callers.get(token),
    pylon: memoryPylon(),
    importStream: async (_caller, bytes) => {
      let length = 0
      for await (const chunk of bytes) length += chunk.length
      return { bytes: length }
    },
    enrichAnew: async () => ({ profiles: 0, posts: 0, anew: 0 }),
    erase: async () => ({}),
    readiness: async () => ({ ready: true, reasons: [] }),
    metrics: createMetrics({ processFigures: false }),
    log: pino({ level: 'debug' }, { write: line => logged.push(line) }),
    draining: new AbortController().signal,
    ...change
  })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  t.after(() => server.close())
  return {
    url,
    executions,
    logged,
    close: () => server.close(),
    ask: (path, init = {}) =>
      fetch(url + path, { ...init, headers: { authorization: `Bearer ${memberToken}`, ...init.headers } })
  }
}

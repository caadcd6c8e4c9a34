import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { standingRecordingId } from '../../src/jobs/recordings/standing-recording.ts'
import type { Service } from '../../src/model/ids.ts'
import { apiAt } from '../support/api.ts'
import { testApp, testToken } from '../support/app.ts'

export const username = 'demo'
export const apiKey = testToken

/** The privacy rules off: the corpora of these tests are a handful of invented posts. */
export const withoutPrivacy = {
  DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1',
  DEMOGRAPH_PRIVACY_MIN_TOTAL: '1',
  DEMOGRAPH_PRIVACY_ROUND_TO: '1'
}

export type Request = {
  readonly method?: string
  /** With the version. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** Nothing where the body is empty. */
  readonly data: unknown
}

const posts = ['I like #coffee', 'more #coffee and #cake', 'no #cake today', 'plain words', '#coffee again']

/** The program over a few fresh posts of a service. `headers` are what a client sends with everything. */
export async function clientOf(
  t: TestContext,
  service: Service,
  headers: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {}
) {
  const { url } = await testApp(t, { ...withoutPrivacy, ...env })
  const now = Date.now()
  const rows = posts.map((text, i) => `${900 + i},${100 + i},${new Date(now - (i + 1) * 60_000).toISOString()},${text}`)
  await apiAt(url).importFile('posts.csv', Buffer.from(['id,author,at,text', ...rows].join('\n')), {
    format: 'mapped-csv',
    service,
    columns: 'id=id,author=author,created_at=at,text=text'
  })

  async function send({ method = 'GET', path, body, headers: own = {} }: Request): Promise<Answer> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await fetch(url + path, { method, headers: { ...headers, ...own }, ...sent })
    const text = await answer.text()
    const data = text === '' ? undefined : JSON.parse(text)
    assertReadable(answer, data)
    return { status: answer.status, headers: answer.headers, data }
  }

  /** Asks until a task is over, as clients do. */
  async function poll(path: string): Promise<Record<string, unknown>> {
    const deadline = Date.now() + 60_000
    for (;;) {
      const { data } = await send({ path })
      const task = data as Record<string, unknown> // Compared member by member.
      if (task.status === 'completed' || task.status === 'failed') return task
      if (Date.now() > deadline) throw new Error(`still ${task.status}`)
    }
  }

  return { url, send, poll, standing: standingRecordingId(service) }
}

const dates = new Set(['created_at', 'updated_at', 'start', 'end', 'reset_at'])

/** What every client takes for granted, of whatever call: the Python client reads most, and reads it strictest. */
function assertReadable(answer: Response, data: unknown) {
  if (answer.status === 204) return assert.equal(data, undefined)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  assert.ok(typeof data === 'object' && data !== null, 'an object or a list')
  if (answer.status >= 400) return assert.equal(typeof (data as { error?: unknown }).error, 'string')
  assert.ok(!('error' in data), 'a good answer has no error')
  for (const [name, value] of answer.headers) {
    if (name.startsWith('x-ratelimit-')) assert.match(value, /^\d+$/, name)
  }
  return assertDates(data)
}

function assertDates(value: unknown): void {
  if (Array.isArray(value)) for (const item of value) assertDates(item)
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    if (name === 'created_at' && typeof member === 'string')
      assert.ok(/^\d+$/.test(member) || !Number.isNaN(Date.parse(member)))
    else if (dates.has(name)) assert.ok(member === null || Number.isInteger(member), `${name} is ${member}`)
    assertDates(member)
  }
}

/** The rate limit that a client reads of an answer. */
export function rateLimitOf({ headers }: Answer): { limit: number; remaining: number; cost: number } {
  const read = (name: string) => Number.parseInt(headers.get(`x-ratelimit-${name}`) ?? '', 10)
  return { limit: read('limit'), remaining: read('remaining'), cost: read('cost') }
}

/** What is there of an answer's body, to be looked at by name. */
export function members(answer: Answer): Record<string, unknown> {
  return answer.data as Record<string, unknown> // Compared member by member.
}

export const recordingMembers = [
  ...['id', 'identity_id', 'volume', 'start', 'end', 'status', 'name', 'reached_capacity', 'hash'],
  ...['remaining_index_capacity', 'remaining_account_capacity']
]

export const taskMembers = [
  ...['id', 'identity_id', 'subscription_id', 'name', 'type', 'parameters', 'result', 'usage', 'steps_completed'],
  ...['total_steps', 'message', 'status', 'created_at', 'updated_at']
]

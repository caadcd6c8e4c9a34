import { createHash, randomBytes } from 'node:crypto'
import { Conflict, InvalidRequest, NotFound, TooMany } from '../../../src/errors.ts'
import type { PylonServices } from '../../../src/http/pylon/pylon-services.ts'
import { createRateLimits, type RateSettings } from '../../../src/http/pylon/rate-limits.ts'
import type { Recording } from '../../../src/jobs/recordings/recording.ts'
import type { Task } from '../../../src/jobs/tasks/task.ts'
import type { AccountBook } from '../../../src/store/account-book.ts'

export type MemoryTask = Task & { readonly result?: unknown }

/** Recordings and tasks in memory that no worker runs: a test moves them. For the wire only; their life is tested in src/jobs. */
export type MemoryPylon = PylonServices & {
  readonly kept: { recordings: Recording[]; tasks: MemoryTask[] }
  /** What was asked of the rest of the program, in order. */
  readonly asked: unknown[]
}

export const recordingStart = 1_500_000_000
const hashOf = (text: string) => createHash('md5').update(text).digest('hex')
const newId = () => randomBytes(20).toString('hex')
const largeRates: RateSettings = { general: 100_000, task_create: 40_000, analyze: 90_000 }

export function memoryPylon(options: { rates?: Partial<RateSettings>; clock?: () => number } = {}): MemoryPylon {
  const kept: MemoryPylon['kept'] = { recordings: [], tasks: [] }
  const asked: unknown[] = []
  const filters = new Set<string>()

  function check(csdl: string) {
    if (csdl.includes('nonsense')) {
      throw new InvalidRequest(
        'We are unable to parse this stream. At line 1 position 21 we were expecting one of: ...'
      )
    }
  }

  function recordingOf(id: string): Recording {
    const found = kept.recordings.findLast(recording => recording.id === id || recording.hash === id)
    if (!found) throw new NotFound('Subscription not found')
    return found
  }

  function change(id: string, members: Partial<Recording>) {
    const { id: changed } = recordingOf(id)
    kept.recordings = kept.recordings.map(row => (row.id === changed ? { ...row, ...members } : row))
  }

  function taskOf(id: string, type?: string): MemoryTask {
    const found = kept.tasks.find(task => task.id === id && (type === undefined || task.type === type))
    if (!found) throw new NotFound('Task not found')
    return found
  }

  const wordOf = (task: Task) => (task.state === 'stopped' ? 'failed' : task.state)

  return {
    kept,
    asked,
    reference: {
      sets: () => [{ name: 'countries', slug: '/countries', description: '' }],
      async values(_service, slug) {
        return { count: 1, values: [{ title: slug, value: slug }] }
      }
    },
    accounts: {} as AccountBook, // The account API is tested over a real database.
    rateLimits: createRateLimits({ ...largeRates, ...options.rates }, options.clock),
    recordings: {
      async validate(csdl) {
        check(csdl)
      },
      async compile(csdl) {
        check(csdl)
        filters.add(hashOf(csdl))
        return { hash: hashOf(csdl), createdAt: recordingStart * 1000 }
      },
      async start({ identityId }, service, { hash, name, isSinceStart }) {
        if (!filters.has(hash)) throw new NotFound('Hash not found')
        const recording: Recording = {
          ...{ id: newId(), service, identityId, name, hash, start: recordingStart, end: null, isSinceStart },
          createdAt: recordingStart * 1000
        }
        kept.recordings.push(recording)
        return recording
      },
      async restart(_caller, _service, id) {
        change(id, { end: null })
        return recordingOf(id)
      },
      async stop(_caller, _service, id) {
        if (recordingOf(id).end !== null) throw new Conflict('Subscription not running')
        change(id, { end: recordingStart + 60 })
      },
      async update(_caller, _service, id, changes) {
        change(id, changes)
      },
      async get(_caller, _service, id) {
        return recordingOf(id)
      },
      async open() {
        throw new Error('the wire opens none')
      },
      async list(_caller, service, page) {
        asked.push(page)
        const all = kept.recordings.filter(recording => recording.service === service)
        return { count: all.length, recordings: all.slice((page.page - 1) * page.perPage, page.page * page.perPage) }
      },
      async volume() {
        return 1200
      },
      async tags(_caller, _service, id) {
        recordingOf(id)
        return ['interaction.tag_tree.cars.maker']
      },
      async sample(_caller, _service, id, wanted) {
        recordingOf(id)
        asked.push(wanted)
        if (wanted.count === 99) throw new TooMany('The sample of this hour is used up', 600)
        return { remaining: 90, resetAt: recordingStart + 3600, interactions: [] }
      }
    },
    tasks: {
      async submit({ identityId }, service, { recordingId, name, type, parameters }) {
        recordingOf(recordingId)
        asked.push(parameters)
        const now = recordingStart * 1000 + kept.tasks.length * 1000
        const task: Task = {
          ...{ id: newId(), identityId: identityId ?? '', recordingId, service, type, name, parameters },
          ...{ state: 'queued', usage: type === 'analysis' ? 1 : 0, stepsCompleted: null, totalSteps: null },
          ...{ message: '', createdAt: now, updatedAt: now }
        }
        kept.tasks.unshift(task)
        const queued = kept.tasks.filter(row => row.type === type && row.state === 'queued').length
        return { id: task.id, queued, queueLimit: 1000 }
      },
      async list(_caller, service, { type, state, page, perPage }) {
        const all = kept.tasks
          .filter(task => task.service === service && task.type === type)
          .filter(task => state === undefined || wordOf(task) === state)
        const shown = all.slice((page - 1) * perPage, page * perPage)
        return { count: all.length, tasks: shown.map(({ result: _left, ...task }) => task) }
      },
      async get(_caller, _service, id, type) {
        return { result: null, ...taskOf(id, type) }
      },
      async stop(_caller, _service, id, type) {
        const { id: stopped } = taskOf(id, type)
        const change = { state: 'stopped', message: 'This task was stopped' } as const
        kept.tasks = kept.tasks.map(row => (row.id === stopped ? { ...row, ...change } : row))
        return taskOf(id)
      },
      async analyse(_caller, _service, recordingId, parameters) {
        recordingOf(recordingId)
        asked.push(parameters)
        return { interactions: 0, unique_authors: 0, analysis: { results: [], redacted: true } }
      }
    }
  }
}

import { randomBytes } from 'node:crypto'
import { Conflict, InvalidRequest, NotFound, TooMany } from '../../errors.ts'
import { isHex } from '../../model/hex.ts'
import type { Service } from '../../model/ids.ts'
import type { Database } from '../../store/database.ts'
import { requireIdentity } from '../../store/require-identity.ts'
import type { ServiceSpans } from '../../store/service-spans.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { Filters } from './filters.ts'
import { pageAround } from './page-around.ts'
import type { Recording, Recordings } from './recording.ts'
import { recordingRows, toRecording } from './recording-rows.ts'
import type { TakeSample } from './sample.ts'
import { standingRecording, standingRecordingId } from './standing-recording.ts'
import type { Volume } from './volume.ts'

type RecordingsOptions = {
  readonly database: Database
  readonly filters: Filters
  readonly spans: ServiceSpans
  readonly volume: Volume
  readonly sample: TakeSample
  readonly now: () => number
}

/** Recordings of one service that an identity may have, the stopped ones too: none can be removed. */
const maxRecordings = 10_000
const maxName = 200

export function createRecordings({ database, filters, spans, volume, sample, now }: RecordingsOptions): Recordings {
  const rows = recordingRows(database)
  const seconds = () => Math.floor(now() / 1000)

  async function standing(service: Service): Promise<Recording | undefined> {
    const span = (await spans()).get(service)
    return span && standingRecording(service, span)
  }

  async function get(caller: Caller, service: Service, id: string): Promise<Recording> {
    if (id === standingRecordingId(service)) {
      const found = await standing(service)
      if (found) return found
    }
    const row = isHex(id, 32)
      ? await rows.newestOfHash(caller, service, id)
      : isHex(id, 40) && (await rows.byId(caller, service, id))
    if (!row) throw new NotFound('Subscription not found')
    return toRecording(row)
  }

  /** A recording that the caller may change. */
  async function own(caller: Caller, service: Service, id: string): Promise<Recording> {
    const recording = await get(caller, service, id)
    if (recording.identityId === null)
      throw new Conflict('The standing recording of a service cannot be changed: start a recording of your own')
    return recording
  }

  async function recordable(hash: string): Promise<void> {
    if (!isHex(hash, 32)) throw new InvalidRequest('hash must be a valid hash')
    const program = await filters.program(hash)
    if (program.filter === null)
      throw new InvalidRequest('This filter only defines tags: add a condition, or return { … }, and compile it again')
  }

  return {
    validate: filters.validate,
    compile: filters.compile,

    async start(caller, service, { hash, name, isSinceStart }) {
      const identityId = requireIdentity(caller)
      checkName(name)
      await recordable(hash)
      if ((await rows.count(caller, service)) >= maxRecordings)
        throw new TooMany(`This identity has ${maxRecordings} recordings of ${service}: update or restart one`, 3600)
      const row = {
        id: randomBytes(20).toString('hex'),
        account_id: caller.accountId,
        identity_id: identityId,
        service,
        name,
        hash,
        start_at: seconds(),
        end_at: null,
        is_since_start: isSinceStart ? (1 as const) : (0 as const),
        created_at: now()
      }
      await rows.insert(row)
      return toRecording(row)
    },

    async restart(caller, service, id) {
      const recording = await own(caller, service, id)
      if (!(await rows.setEnd(recording.id, null))) throw new Conflict('Subscription already running')
      return { ...recording, end: null }
    },

    async stop(caller, service, id) {
      const recording = await own(caller, service, id)
      if (!(await rows.setEnd(recording.id, seconds()))) throw new Conflict('Subscription not running')
    },

    async update(caller, service, id, { hash, name }) {
      const recording = await own(caller, service, id)
      if (name !== undefined) checkName(name)
      if (hash !== undefined) await recordable(hash)
      await rows.update(recording.id, {
        ...(hash === undefined ? {} : { hash }),
        ...(name === undefined ? {} : { name })
      })
    },

    get,

    async open(caller, service, id) {
      const recording = await get(caller, service, id)
      return { ...recording, program: await filters.program(recording.hash) }
    },

    async list(caller, service, { page, perPage, orderBy, isDescending }) {
      const [count, always] = await Promise.all([rows.count(caller, service), standing(service)])
      const before = always && (orderBy === 'id' ? await rows.countBefore(caller, service, always.id) : 0)
      const place = before === undefined ? undefined : isDescending ? count - before : before
      const { limit, offset, at } = pageAround({ offset: (page - 1) * perPage, limit: perPage }, place)
      const found = await rows.page(caller, service, { limit, offset, orderBy, isDescending })
      const recordings = found.map(toRecording)
      if (always && at !== undefined) recordings.splice(at, 0, always)
      return { count: count + (always ? 1 : 0), recordings }
    },

    volume: async recording => volume({ ...recording, program: await filters.program(recording.hash) }),

    async tags(caller, service, id) {
      const { hash } = await get(caller, service, id)
      const { rules } = await filters.program(hash)
      const names = rules.map(({ path }) => (path === '' ? 'interaction.tags' : `interaction.tag_tree.${path}`))
      return [...new Set(names)].sort()
    },

    async sample(caller, service, id, wanted) {
      const recording = await get(caller, service, id)
      return sample(caller, { ...recording, program: await filters.program(recording.hash) }, wanted)
    }
  }
}

function checkName(name: string): void {
  if (name.trim() === '') throw new InvalidRequest(`Missing param 'name'`)
  if (name.length > maxName || /\p{Cc}/u.test(name) || !name.isWellFormed())
    throw new InvalidRequest(`name must be 1 to ${maxName} characters without control characters`)
}

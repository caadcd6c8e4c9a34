import Type, { type TSchema } from 'typebox'
import { type ProfileId, serviceOf } from '../model/ids.ts'
import type { JobAnswer, JobDefinition } from './define-job.ts'
import { propertiesOf } from './properties-of.ts'
import { Audience, Notes } from './request-members.ts'

/** What stands around every job's own answer. */
type ResultFrame = {
  readonly execution: string
  /** The public API's word for a finished execution: chosen where the app is put together, since no such word lives here. */
  readonly finishedWord: string
  readonly ids: readonly ProfileId[]
  readonly requestedSize: number
  /** The account of a question about only one. */
  readonly seed?: { readonly id: string; readonly handle?: string } | undefined
  readonly configuration: string | null
  /** The models that enrich what this server imports. */
  readonly modelVersion: string
  /** ms since 1970. */
  readonly now: number
}

/** The published result as one object. The job's own metadata may say its audience size better than the number of ids does. */
export function composeResult(
  job: JobDefinition,
  answer: JobAnswer<Record<string, unknown>>,
  frame: ResultFrame
): object {
  const timestamp = new Date(frame.now).toISOString()
  const services = [...new Set(frame.ids.map(serviceOf))].sort()
  return {
    $schema: `/schemata/${job.name}Result.json`,
    timestamp,
    _metadata: {
      job: job.name,
      status: frame.finishedWord,
      requested_size: frame.requestedSize,
      audience_size: frame.ids.length,
      service: services.join(','),
      ...(frame.configuration === null ? {} : { configuration: frame.configuration }),
      execution: frame.execution,
      ...(frame.seed && { seed: frame.seed.id, ...(frame.seed.handle && { handle: frame.seed.handle }) }),
      timestamp,
      model_version: frame.modelVersion,
      ...answer.metadata
    },
    ...answer.body
  }
}

const head = {
  $schema: Type.String(),
  timestamp: Type.String({ description: 'When it was computed, ISO 8601.' }),
  _metadata: Type.Object({
    job: Type.String(),
    status: Type.String(),
    requested_size: Type.Integer({ minimum: 0, description: 'Different ids and handles in the request.' }),
    audience_size: Type.Integer({ minimum: 0, description: 'How many of them the result is about.' }),
    service: Type.String({ description: 'The networks of the ids, separated by commas.' }),
    configuration: Type.Optional(Type.String()),
    execution: Type.String(),
    seed: Type.Optional(Type.String({ description: 'The account, when the question is about only one.' })),
    handle: Type.Optional(Type.String({ description: 'Its handle, where the corpus knows it.' })),
    timestamp: Type.String(),
    model_version: Type.String({
      description: 'The models of the server; until a corpus is enriched anew, what it holds may rest on older ones.'
    })
  })
}

/** The JSON Schema of a job's stored result: its own members and the frame's. */
export function publishedResult(job: JobDefinition): TSchema {
  const required = 'required' in job.result && Array.isArray(job.result.required) ? job.result.required : []
  return {
    ...job.result,
    ...ownPatterns(job.result),
    type: 'object',
    properties: { ...head, ...propertiesOf(job.result) },
    required: [...Object.keys(head), ...required]
  }
}

// A result that is a map from any name to something must not take the frame's members for entries of the map.
function ownPatterns(result: TSchema): object {
  if (!('patternProperties' in result) || typeof result.patternProperties !== 'object') return {}
  const anyName = '^.*$'
  const entries = Object.entries(result.patternProperties ?? {})
  return {
    patternProperties: Object.fromEntries(
      entries.map(([name, schema]) => [name === anyName ? '^(?!(\\$schema|timestamp|_metadata)$)' : name, schema])
    )
  }
}

/** The JSON Schema of a job's request. What has a default may be left out. */
export function publishedRequest(job: JobDefinition): TSchema {
  const options = Object.entries(propertiesOf(job.options)).map(([name, schema]) => [name, Type.Optional(schema)])
  const common = {
    job: Type.Optional(Type.Literal(job.name)),
    fresh: Type.Optional(Type.Boolean({ description: 'true computes anew what is answered already.' }))
  }
  const members = { ...Audience.properties, ...Object.fromEntries(options), ...common, ...Notes.properties }
  // Said in full, type and property: validators in their strict mode refuse less.
  const anyOf = ['ids', 'audience'].map(name => ({ type: 'object', properties: { [name]: {} }, required: [name] }))
  return Type.Object(members, { description: job.summary, anyOf })
}

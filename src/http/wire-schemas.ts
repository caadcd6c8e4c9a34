import { Type } from 'typebox'
import { limits } from './limits.ts'
import { allStatusWords, statusWords } from './status-words.ts'

const nullableText = Type.Union([Type.String(), Type.Null()])
const time = Type.String({ format: 'date-time' })
const texts = (description: string) => Type.Array(Type.String(), { description })

const erasedKinds = ['profiles', 'follows', 'posts', 'mentions', 'interactions', 'results', 'questions'] as const

export const EnrichResponse = Type.Object({
  profiles: Type.Integer({ minimum: 0, description: 'Profiles looked at.' }),
  posts: Type.Integer({ minimum: 0, description: 'Posts looked at.' }),
  anew: Type.Integer({ minimum: 0, description: 'Those that were enriched anew.' })
})

export const ExecutionHash = Type.String({
  pattern: '^[a-z0-9]{26}$',
  description: 'The job hash that /execute answered.'
})

export const ErrorResponse = Type.Object({
  errors: Type.Array(Type.String(), { minItems: 1, description: 'Sentences that say what to do.' })
})

export const ExecuteResponse = Type.Object({
  execution: ExecutionHash,
  status: Type.Enum([...Object.values(statusWords)])
})

export const EstimateResponse = Type.Object({
  valid: Type.Boolean({ description: 'Whether /execute would take this request.' }),
  errors: Type.Optional(texts('Why it would not.')),
  warnings: Type.Optional(texts('What weakens the result; the job runs all the same.')),
  runMs: Type.Optional(Type.Number({ minimum: 0, description: 'How long the job would run.' })),
  waitMs: Type.Optional(Type.Number({ minimum: 0, description: 'How long until it would start.' }))
})

export const StatusRequest = Type.Object({
  execution: ExecutionHash,
  configuration: Type.Optional(Type.String({ description: 'Taken and not looked at.' }))
})

export const StatusResponse = Type.Object({
  execution: ExecutionHash,
  status: Type.Enum([...allStatusWords]),
  job: Type.String(),
  labels: Type.Array(Type.String()),
  externalId: nullableText,
  project: nullableText,
  user: nullableText,
  version: nullableText,
  configuration: nullableText,
  dispatch: nullableText,
  progress: Type.Number({ minimum: 0, maximum: 100, description: 'Percent; never falls.' }),
  errors: Type.Array(Type.String()),
  warnings: Type.Array(Type.String()),
  submitted_at: time,
  started_at: Type.Union([time, Type.Null()]),
  finished_at: Type.Union([time, Type.Null()]),
  runMs: Type.Number({ minimum: 0, description: 'Forecast while it is not over, then what it took.' }),
  waitMs: Type.Number({ minimum: 0, description: 'Forecast while it is queued, then how long it waited.' }),
  result: Type.Optional(Type.String({ description: 'Path of the result; only once it is FINISHED.' }))
})

export const ExecutionsResponse = Type.Object({
  totalItems: Type.Integer({ minimum: 0 }),
  items: Type.Array(StatusResponse)
})

/** An error of the Task API. */
export const PylonError = Type.Object({ error: Type.String({ description: 'A sentence that says what to do.' }) })

const count = (description: string) => Type.Integer({ minimum: 0, description })

export const ImportResponse = Type.Object({
  format: Type.String({ description: 'The format that the file was read as.' }),
  records: count('Records of the file, without headers.'),
  counts: Type.Record(Type.String(), Type.Integer({ minimum: 0 }), { description: 'What was taken, by kind.' }),
  rejected: count('Records, or items in them, that could not be read.'),
  resumed_from: count('Records that an earlier import, which was cut off, had stored already.'),
  corpus_revision: count('The corpus that jobs are asked of from now on.'),
  seconds: Type.Number({ minimum: 0 }),
  warnings: Type.Array(Type.String()),
  rejects_left_out: count('Rejects of this run that the answer does not name.'),
  rejects: Type.Array(
    Type.Object({
      record: count('From 1, headers included.'),
      line: count('Of the line where it starts, from 1.'),
      reason: Type.String(),
      text: Type.String({ description: 'The record, or the first part of a very long one.' })
    }),
    { description: `The first ${limits.importRejects} rejects.` }
  )
})

export const EraseResponse = Type.Object(
  { id: Type.String(), ...Object.fromEntries(erasedKinds.map(kind => [kind, Type.Integer({ minimum: 0 })])) },
  { description: 'How many records were removed, or lost their mention of the person.' }
)

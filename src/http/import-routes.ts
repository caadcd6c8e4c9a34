import { once } from 'node:events'
import { PassThrough, type Readable, type Transform, type Writable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { InvalidRequest, UnsupportedMediaType } from '../errors.ts'
import { serviceNames } from '../model/ids.ts'
import { prefersOverJson } from './accept.ts'
import { errorAnswer } from './error-answer.ts'
import type { HttpServices, ImportReject, ImportRequest } from './http-services.ts'
import { limits } from './limits.ts'
import { readQuery, wrongParameter } from './query.ts'
import { mediaType } from './read-body.ts'
import { json, published, queryOf, type Route } from './route.ts'
import { untilGone } from './until-gone.ts'

const jsonLines = 'application/x-ndjson'
const progressEveryMs = 250
/** How long a client of the streamed answer may read nothing before the import goes on without waiting for it. */
const patienceMs = 2_000

const text = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description }))
const importQuery = Type.Object({
  format: text('The format of the file; recognised when left out.'),
  service: Type.Optional(
    Type.Enum(serviceNames, { description: `For ids without a service, one of: ${serviceNames.join(', ')}.` })
  ),
  observed_at: text(
    'For records without a time: when the file was written, as ISO 8601 or in milliseconds since 1970.'
  ),
  columns: text('Our fields and the columns that hold them: id=tweet_id,author=user_id'),
  time_zone: text('For times without a zone: an IANA name such as Europe/Lisbon.'),
  name: text('The name of the file.'),
  key: text('A name for this very import: when one with the same key was cut off, it goes on where that one ended.')
})

/** `/import`: a file's bytes, read as they come. */
export function importRoutes({ importStream, log }: HttpServices): Route[] {
  async function answerWhenDone(request: FastifyRequest, reply: FastifyReply, asked: ImportRequest) {
    const rejects: ImportReject[] = []
    let leftOut = 0
    const summary = await importStream(request.caller, bytesOf(request), asked, {
      progress: () => {},
      reject: reject => {
        if (rejects.length < limits.importRejects) rejects.push(reject)
        else leftOut++
      },
      signal: untilGone(reply)
    }).catch(rethrowReadably)
    return { ...summary, rejects_left_out: leftOut, rejects }
  }

  function answerAsItGoes(request: FastifyRequest, reply: FastifyReply, asked: ImportRequest) {
    const lines = new PassThrough().on('error', () => {}) // Fastify answers it; a client that left needs no answer.
    const write = (line: unknown) => lines.write(`${JSON.stringify(line)}\n`)
    const unreadBytes = () => lines.writableLength + lines.readableLength
    let isRead = true
    let leftOut = 0
    let progressAt = 0
    importStream(request.caller, bytesOf(request), asked, {
      async progress(progress) {
        const now = Date.now()
        if (now - progressAt >= progressEveryMs && !lines.writableNeedDrain) {
          progressAt = now
          write({ progress })
        }
        // Whoever reads is waited for; whoever sends the whole file before reading could not be.
        if (isRead && lines.writableNeedDrain) isRead = await drains(lines, patienceMs)
      },
      reject: reject => {
        if (unreadBytes() < limits.importUnreadBytes) write({ reject })
        else leftOut++
      },
      signal: untilGone(reply)
    })
      .catch(rethrowReadably)
      .then(summary => lines.end(`${JSON.stringify({ summary: { ...summary, rejects_left_out: leftOut } })}\n`))
      .catch(error => {
        // Before the first line the answer can still have the error's own status code.
        if (!reply.raw.headersSent && lines.readableLength === 0) return lines.destroy(error)
        const { status, body } = errorAnswer(error, request.id)
        if (status >= 500) log.error({ err: error, reqId: request.id }, 'an import failed')
        lines.end(`${JSON.stringify({ ...body, status })}\n`)
      })
    return reply.type(jsonLines).send(lines)
  }

  return [
    {
      method: 'POST',
      path: '/import',
      summary: 'Read a file of social data; it is read as it comes, whatever its size.',
      description: `With Accept: ${jsonLines} the answer is lines of JSON while the file is read: {"progress"}, {"reject"}, and {"summary"}, or {"errors", "status"}, last.`,
      access: 'admin',
      produces: ['application/json', jsonLines],
      query: importQuery,
      body: { required: true, types: ['*/*'], schema: Type.String({ description: 'The bytes of the file.' }) },
      answers: {
        200: {
          description: 'What was taken, and what was not.',
          content: { ...json(published('ImportResponse')), [jsonLines]: { schema: Type.String() } }
        }
      },
      anyContentType: true,
      startsWork: true,
      async handler(request, reply) {
        const asked = toImportRequest(readQuery(importQuery, queryOf(request)))
        requireFile(request)
        return prefersOverJson(request.headers.accept, jsonLines)
          ? answerAsItGoes(request, reply, asked)
          : answerWhenDone(request, reply, asked)
      }
    }
  ]
}

function drains(stream: Writable, ms: number): Promise<boolean> {
  return once(stream, 'drain', { signal: AbortSignal.timeout(ms) }).then(
    () => true,
    () => false
  )
}

function toImportRequest(query: Static<typeof importQuery>): ImportRequest {
  const { observed_at, columns, time_zone, ...same } = query
  return {
    ...same,
    columns: columnsOf(columns),
    ...(observed_at && { observedAt: timeOf(observed_at) }),
    ...(time_zone && { timeZone: time_zone })
  }
}

function columnsOf(list = ''): Map<string, string> {
  const pairs = list.split(',').filter(pair => pair !== '')
  return new Map(
    pairs.map(pair => {
      const [, field, column] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair) ?? []
      if (!field || !column) throw wrongParameter(importQuery, 'columns')
      return [field, column]
    })
  )
}

function timeOf(observedAt: string): number {
  const ms = /^\d{1,15}$/.test(observedAt) ? Number(observedAt) : Date.parse(observedAt)
  if (Number.isNaN(ms)) throw wrongParameter(importQuery, 'observed_at')
  return ms
}

function requireFile(request: FastifyRequest) {
  if (mediaType(request.raw).startsWith('multipart/')) {
    throw new UnsupportedMediaType('Send the file itself as the body (curl --data-binary @FILE), not as a form.')
  }
}

const openers: Readonly<Record<string, () => Transform>> = {
  identity: () => new PassThrough(),
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress
}

// Never the request itself: an importer that gives up destroys what it reads, and the connection must live to answer.
function bytesOf({ raw }: FastifyRequest): Readable {
  const encoding = raw.headers['content-encoding']?.trim().toLowerCase() || 'identity'
  const open = Object.hasOwn(openers, encoding) ? openers[encoding] : undefined
  if (!open) throw new UnsupportedMediaType('Content-Encoding: gzip, deflate, br or zstd.')
  const bytes = open()
  bytes.on('error', () => raw.unpipe(bytes)) // Whoever reads the bytes is told; nobody else needs to be.
  raw.once('error', error => bytes.destroy(error))
  raw.pipe(bytes)
  return bytes
}

// What zlib says about damaged bytes is the caller's to mend.
function rethrowReadably(error: unknown): never {
  if (error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR__?BROTLI|ERR_ZSTD)/.test(String(error.code))) {
    throw new InvalidRequest('The body is not what its Content-Encoding says, or it is damaged.', { cause: error })
  }
  throw error
}

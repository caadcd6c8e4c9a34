import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { prefersOverJson } from './accept.ts'
import { errorAnswer } from './error-answer.ts'
import type { HttpServices, ImportReject, ImportRequest } from './http-services.ts'
import { bytesOf, importQuery, readImportRequest, rethrowReadably } from './import-request.ts'
import { limits } from './limits.ts'
import { json, published, type Route } from './route.ts'
import { untilGone } from './until-gone.ts'

const jsonLines = 'application/x-ndjson'
const progressEveryMs = 250
/** How long a client of the streamed answer may read nothing before the import goes on without waiting for it. */
const patienceMs = 2_000

/** `/import`: a file's bytes, read as they come. */
export function importRoutes(services: HttpServices): Route[] {
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
        const asked = readImportRequest(request)
        return prefersOverJson(request.headers.accept, jsonLines)
          ? answerAsItGoes(services, request, reply, asked)
          : answerWhenDone(services, request, reply, asked)
      }
    }
  ]
}

async function answerWhenDone(
  { importStream }: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: ImportRequest
) {
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

function answerAsItGoes(
  { importStream, log }: HttpServices,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: ImportRequest
) {
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
      // A full disk, say, is the operator's to know, and no bug.
      if (status >= 500) log[status === 500 ? 'error' : 'warn']({ err: error, reqId: request.id }, 'an import failed')
      lines.end(`${JSON.stringify({ ...body, status })}\n`)
    })
  return reply.type(jsonLines).send(lines)
}

function drains(stream: Writable, ms: number): Promise<boolean> {
  return once(stream, 'drain', { signal: AbortSignal.timeout(ms) }).then(
    () => true,
    () => false
  )
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { StoredResult } from '../jobs/execution.ts'
import { chooseEncoding, createCompressor } from './compress.ts'
import { etagOf, isKnownTo } from './etag.ts'
import { executionInPath } from './execution-of.ts'
import type { HttpServices } from './http-services.ts'
import { resultCsv } from './result-csv.ts'
import { json, published, type Route } from './route.ts'
import { ExecutionHash } from './wire-schemas.ts'

const retryAfterS = 1
const parts = Type.Object({ execution: ExecutionHash })
const access = 'member'
const commonAnswers = {
  204: { description: 'There is no result yet: Retry-After says when to ask again.' },
  304: { description: 'The client has it already (If-None-Match).' },
  410: { description: 'The result was removed.', content: json(published('ErrorResponse')) }
}

/** What a finished execution found, as JSON or as a table, and its removal. */
export function resultRoutes({ executions, jobs }: HttpServices): Route[] {
  const compress = createCompressor()

  async function send(reply: FastifyReply, request: FastifyRequest, { json: text, etag }: StoredResult, type: string) {
    reply.header('vary', 'accept-encoding').header('cache-control', 'private, no-cache')
    const encoding = chooseEncoding(request.headers['accept-encoding'], text.length)
    reply.header('etag', etagOf(etag, encoding))
    if (isKnownTo(request.headers['if-none-match'], etag)) return reply.code(304).send()
    reply.type(type)
    if (!encoding) return reply.send(text)
    return reply.header('content-encoding', encoding).send(await compress(etag, text, encoding))
  }

  async function sendJson(request: FastifyRequest, reply: FastifyReply) {
    const id = executionInPath(request)
    const result = await executions.result(request.caller, id)
    return result ? send(reply, request, result, 'application/json; charset=utf-8') : unfinished(reply)
  }

  async function sendCsv(request: FastifyRequest, reply: FastifyReply) {
    const id = executionInPath(request)
    const result = await executions.result(request.caller, id)
    if (!result) return unfinished(reply)
    const table = { json: resultCsv(JSON.parse(result.json)), etag: `${result.etag.slice(0, -1)}-csv"` }
    reply.header('content-disposition', `attachment; filename="${id}.csv"`)
    return send(reply, request, table, 'text/csv; charset=utf-8; header=present')
  }

  const resultSchema = { anyOf: [...jobs.keys()].map(name => published(`${name}Result`)) }
  const jsonRoute = {
    method: 'GET',
    summary: 'The result of a finished execution.',
    access,
    parts,
    answers: { 200: { description: 'The result.', content: json(resultSchema) }, ...commonAnswers },
    handler: sendJson
  } as const satisfies Omit<Route, 'path'>

  return [
    { ...jsonRoute, path: '/resources/{execution}' },
    { ...jsonRoute, path: '/resources/{execution}/result.json' },
    {
      method: 'GET',
      path: '/resources/{execution}/result.csv',
      summary: 'The rankings and breakdowns of a result as one table.',
      access,
      parts,
      produces: ['text/csv'],
      answers: {
        200: { description: 'The table, RFC 4180.', content: { 'text/csv': { schema: Type.String() } } },
        ...commonAnswers
      },
      handler: sendCsv
    },
    {
      method: 'DELETE',
      path: '/resources/{execution}',
      summary: 'Remove a result; it answers 410 from then on.',
      access,
      parts,
      answers: { 204: { description: 'It is removed.' } },
      errors: [409],
      async handler(request, reply) {
        await executions.removeResult(request.caller, executionInPath(request))
        return reply.code(204).send()
      }
    }
  ]
}

function unfinished(reply: FastifyReply) {
  return reply.code(204).header('retry-after', String(retryAfterS)).send()
}

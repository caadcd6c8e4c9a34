import { PassThrough } from 'node:stream'
import { Type } from 'typebox'
import { prefersOverJson } from '../accept.ts'
import { errorAnswer } from '../error-answer.ts'
import type { HttpServices } from '../http-services.ts'
import { json, published, type Route } from '../route.ts'
import { untilGone } from '../until-gone.ts'

const jsonLines = 'application/x-ndjson'

/** `/enrich`: what a corpus says after an upgrade of the models, or after a trait was switched on again. */
export function enrichAnewRoutes({ enrichAnew, log }: HttpServices): Route[] {
  return [
    {
      method: 'POST',
      path: '/enrich',
      summary: 'Enrich the corpus anew where other models have enriched it; reports go on meanwhile.',
      description: `It ends when the connection does, and the next call goes on behind what was done. With Accept: ${jsonLines} the answer is lines of JSON: {"progress"} while it works, then {"summary"}, or {"errors", "status"}.`,
      access: 'admin',
      produces: ['application/json', jsonLines],
      answers: {
        200: {
          description: 'What was looked at and what was done.',
          content: { ...json(published('EnrichResponse')), [jsonLines]: { schema: Type.String() } }
        }
      },
      anyContentType: true,
      startsWork: true,
      async handler(request, reply) {
        const signal = untilGone(reply)
        if (!prefersOverJson(request.headers.accept, jsonLines)) return await enrichAnew({ progress: () => {}, signal })
        const lines = new PassThrough().on('error', () => {}) // A client that left needs no answer.
        const write = (line: unknown) => lines.write(`${JSON.stringify(line)}\n`)
        enrichAnew({ progress: progress => write({ progress }), signal })
          .then(summary => lines.end(`${JSON.stringify({ summary })}\n`))
          .catch(error => {
            const { status, body } = errorAnswer(error, request.id)
            if (status >= 500) log.error({ err: error, reqId: request.id }, 'enriching anew failed')
            lines.end(`${JSON.stringify({ ...body, status })}\n`)
          })
        return reply.type(jsonLines).send(lines)
      }
    }
  ]
}

import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../errors.ts'
import { isObject } from '../json-object.ts'
import { executionInQuery, toExecutionHash } from './execution-of.ts'
import type { HttpServices } from './http-services.ts'
import { waitIfPreferred } from './prefer-wait.ts'
import { readAnyBody } from './read-body.ts'
import { json, published, queryOf, type Route } from './route.ts'
import { statusBody, statusText } from './status-body.ts'
import { ExecutionHash, StatusRequest } from './wire-schemas.ts'

const jsonType = 'application/json; charset=utf-8'
const statusAnswer = { description: 'Where the execution stands.', content: json(published('StatusResponse')) }

/** `/status` and `/stop`. `closing` ends all waits. */
export function statusRoutes({ executions }: HttpServices, closing: AbortSignal): Route[] {
  async function stop(request: FastifyRequest) {
    const execution = queryOf(request).execution ?? (await executionInBody(request))
    return statusBody(await executions.stop(request.caller, toExecutionHash(execution)))
  }

  return [
    {
      method: 'GET',
      path: '/status',
      summary: 'Where does the execution stand?',
      access: 'member',
      query: StatusRequest,
      answers: { 200: statusAnswer },
      isPolled: true,
      async handler(request, reply) {
        const execution = await executions.get(request.caller, executionInQuery(request))
        const seen = await waitIfPreferred(executions, request, reply, execution, closing)
        return reply.type(jsonType).send(statusText(seen))
      }
    },
    {
      method: 'POST',
      path: '/stop',
      summary: 'Stop the execution; one that is over stays as it is.',
      description: 'The execution stands in the query or in a body, whatever the Content-Type of that body is.',
      access: 'member',
      query: Type.Partial(StatusRequest),
      body: {
        required: false,
        types: ['application/json', 'application/hocon', 'application/x-www-form-urlencoded'],
        schema: Type.Object({ execution: Type.Optional(ExecutionHash) })
      },
      answers: { 200: statusAnswer },
      anyContentType: true,
      handler: stop
    },
    {
      method: 'GET',
      path: '/stop',
      summary: 'Stop the execution, for people with a browser.',
      access: 'member',
      query: StatusRequest,
      answers: { 200: statusAnswer },
      noHead: true,
      async handler(request) {
        return statusBody(await executions.stop(request.caller, executionInQuery(request)))
      }
    }
  ]
}

async function executionInBody(request: FastifyRequest): Promise<unknown> {
  const body = await readAnyBody(request.raw)
  const execution = isObject(body) && Object.hasOwn(body, 'execution') ? body.execution : undefined
  if (!execution) throw new InvalidRequest('Say which execution: /stop?execution={job_hash}, or execution in the body.')
  return execution
}

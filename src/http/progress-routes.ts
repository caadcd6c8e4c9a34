import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Unavailable } from '../errors.ts'
import { type Execution, type Executions, finalStates } from '../jobs/execution.ts'
import { prefersOverJson } from './accept.ts'
import { executionInQuery } from './execution-of.ts'
import type { HttpServices } from './http-services.ts'
import { limits } from './limits.ts'
import type { Route } from './route.ts'
import { statusBody } from './status-body.ts'
import { untilGone } from './until-gone.ts'
import { ExecutionHash } from './wire-schemas.ts'

const eventStream = 'text/event-stream'
const heartbeatMs = 15_000
// `changed` can miss what happens between two looks; a look a second keeps the stream honest.
const lookMs = 1_000

/** `/progress`: a number, or a stream of events until the execution is over. `closing` ends all streams. */
export function progressRoutes({ executions }: HttpServices, closing: AbortSignal): Route[] {
  let open = 0

  function stream(request: FastifyRequest, reply: FastifyReply, execution: Execution) {
    if (open >= limits.progressStreams) {
      throw new Unavailable('Too many progress streams are open: ask for /status from time to time instead.')
    }
    open++
    reply.raw.once('close', () => open--)
    const signal = AbortSignal.any([untilGone(reply), closing])
    reply.header('content-type', eventStream).header('cache-control', 'no-store').header('x-accel-buffering', 'no')
    return reply.send(Readable.from(progressEvents(executions, request, execution, signal)))
  }

  return [
    {
      method: 'GET',
      path: '/progress',
      summary: 'How far is the execution, in percent?',
      description: `With Accept: ${eventStream} a stream of events named progress, each with a status body, until the execution is over.`,
      access: 'member',
      produces: ['application/json', eventStream],
      query: Type.Object({
        execution: ExecutionHash,
        measure: Type.Optional(Type.String({ description: 'Taken and not looked at.' }))
      }),
      answers: {
        200: {
          description: 'Percent done.',
          content: {
            'application/json': { schema: Type.Number({ minimum: 0, maximum: 100 }) },
            [eventStream]: { schema: Type.String() }
          }
        }
      },
      errors: [503],
      isPolled: true,
      async handler(request, reply) {
        const execution = await executions.get(request.caller, executionInQuery(request))
        const isHead = request.method === 'HEAD' // A stream whose body nobody gets would never end.
        if (!isHead && prefersOverJson(request.headers.accept, eventStream)) return stream(request, reply, execution)
        return reply.type('application/json').send(String(execution.progress))
      }
    }
  ]
}

async function* progressEvents(
  executions: Executions,
  request: FastifyRequest,
  first: Execution,
  signal: AbortSignal
): AsyncGenerator<string> {
  let execution = first
  let quietSince = Date.now()
  yield eventOf(execution)
  while (!finalStates.has(execution.state) && !signal.aborted) {
    await executions.changed(execution.id, lookMs, signal).catch(error => {
      if (!signal.aborted) throw error
    })
    if (signal.aborted) return
    const next = await executions.get(request.caller, execution.id)
    const hasChanged = next.state !== execution.state || next.progress !== execution.progress
    if (hasChanged) yield eventOf(next)
    else if (Date.now() - quietSince >= heartbeatMs) yield ': still there\n\n'
    else continue
    execution = next
    quietSince = Date.now()
  }
}

function eventOf(execution: Execution): string {
  return `event: progress\ndata: ${JSON.stringify(statusBody(execution))}\n\n`
}

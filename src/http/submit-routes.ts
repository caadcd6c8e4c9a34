import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../errors.ts'
import { type Estimate, type Execution, finalStates } from '../jobs/execution.ts'
import { isObject, type JsonObject } from '../json-object.ts'
import type { HttpServices } from './http-services.ts'
import { waitIfPreferred } from './prefer-wait.ts'
import { readQuery } from './query.ts'
import { readBody } from './read-body.ts'
import { json, published, queryOf, type Route } from './route.ts'
import { statusWords } from './status-words.ts'

const bodyTypes = ['application/json', 'application/hocon']
const example = { ids: ['twitter:116679528', 'twitter:118710202', 'twitter:119772680'] }
const executeQuery = Type.Object({
  fresh: Type.Optional(
    Type.Boolean({
      description: 'true or false: true computes the answer anew, even when this very question is answered already.'
    })
  )
})

/** Asking a question: `/estimate` and `/execute`, with the job type in the path or in the body. `closing` ends all waits. */
export function submitRoutes({ executions, jobs }: HttpServices, closing: AbortSignal): Route[] {
  const jobNames = [...jobs.keys()]
  const withJobInPath = {
    parts: Type.Object({ job_type: Type.Enum(jobNames, { description: 'The job type.' }) })
  }

  async function estimate(request: FastifyRequest) {
    const { job, body } = await readQuestion(request, jobNames)
    return estimateBody(await executions.estimate(request.caller, job, body))
  }

  async function execute(request: FastifyRequest, reply: FastifyReply) {
    const { job, body } = await readQuestion(request, jobNames)
    const inBody = body.fresh == null ? {} : { fresh: String(body.fresh) }
    const options = readQuery(executeQuery, { ...inBody, ...queryOf(request) })
    const { execution } = await executions.submit(request.caller, job, body, options)
    return executeAnswer(reply, await waitIfPreferred(executions, request, reply, execution, closing))
  }

  const estimateRoute = {
    method: 'POST',
    summary: 'Is this request valid, how long until it starts, and how long will it run?',
    access: 'member',
    body: { required: true, types: bodyTypes, schema: published('EstimateRequest'), example },
    answers: {
      200: {
        description: 'The estimate; also of a request that is not valid.',
        content: json(published('EstimateResponse'))
      }
    },
    errors: [404],
    handler: estimate
  } as const satisfies Omit<Route, 'path'>

  const executeRoute = {
    method: 'POST',
    summary: 'Start a job, or find the execution that answers the same question about the same data.',
    access: 'member',
    query: executeQuery,
    body: { required: true, types: bodyTypes, schema: published('ExecuteRequest'), example },
    answers: {
      200: { description: 'It is finished already.', content: json(published('ExecuteResponse')) },
      202: {
        description: 'It is queued or under way.',
        headers: { Location: 'Where its status is.' },
        content: json(published('ExecuteResponse'))
      }
    },
    errors: [404],
    startsWork: true,
    handler: execute
  } as const satisfies Omit<Route, 'path'>

  return [
    { ...estimateRoute, ...withJobInPath, path: '/estimate/{job_type}' },
    { ...estimateRoute, path: '/estimate', description: 'The job type is the member `job` of the body.' },
    { ...executeRoute, ...withJobInPath, path: '/execute/{job_type}' },
    { ...executeRoute, path: '/execute', description: 'The job type is the member `job` of the body.' }
  ]
}

type Question = { readonly job: string; readonly body: JsonObject }

async function readQuestion(request: FastifyRequest, jobNames: readonly string[]): Promise<Question> {
  const body = await readBody(request.raw)
  if (!isObject(body)) throw new InvalidRequest('The body is an object, for instance {"ids": ["twitter:116679528"]}.')
  const { job_type: inPath } = request.params as { job_type?: string } // Fastify's own.
  const job = inPath ?? body.job
  if (typeof job === 'string' && job !== '') return { job, body }
  throw new InvalidRequest(`Name a job type in the path or as job: ${jobNames.join(', ')}.`)
}

// The documentation prints neither an empty list nor a forecast of what will not run.
function estimateBody({ valid, errors, warnings, runMs, waitMs }: Estimate) {
  return { valid, ...(valid ? { runMs, waitMs } : { errors }), ...(warnings.length > 0 && { warnings }) }
}

function executeAnswer(reply: FastifyReply, execution: Execution) {
  const isAnswered = execution.state === 'finished'
  reply.code(isAnswered ? 200 : 202)
  if (!finalStates.has(execution.state)) reply.header('location', `/status?execution=${execution.id}`)
  return { execution: execution.id, status: statusWords[execution.state] }
}

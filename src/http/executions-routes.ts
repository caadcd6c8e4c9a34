import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../errors.ts'
import type { ExecutionFilter } from '../jobs/execution.ts'
import { isObject } from '../json-object.ts'
import type { HttpServices } from './http-services.ts'
import { limits } from './limits.ts'
import { type Query, readQuery, wrongParameter } from './query.ts'
import { readBody } from './read-body.ts'
import { json, published, queryOf, type Route } from './route.ts'
import { statusBody } from './status-body.ts'
import { allStatusWords, statesOf } from './status-words.ts'

const filterText = (description: string) => Type.Optional(Type.String({ maxLength: 500, description }))

const ExecutionsRequest = Type.Object({
  job: filterText('A job type.'),
  label: filterText('One of its labels.'),
  status: filterText(`One or more of ${allStatusWords.join(', ')}, with commas between them.`),
  user: filterText('The user that was given with the question.'),
  project: filterText('The project that was given with the question.'),
  max: Type.Integer({
    minimum: 1,
    maximum: limits.listMax,
    default: limits.listMaxDefault,
    description: `How many items: a whole number from 1 to ${limits.listMax}.`
  }),
  offset: Type.Integer({
    minimum: 0,
    maximum: limits.listOffset,
    default: 0,
    description: `How many newer items to leave out: a whole number from 0 to ${limits.listOffset}.`
  })
})

/** The list of an account's executions, newest first. */
export function executionsRoutes({ executions }: HttpServices): Route[] {
  async function list(request: FastifyRequest) {
    const inBody = request.method === 'POST' ? fieldsOf(await readBody(request.raw)) : {}
    const { max, offset, ...filter } = readQuery(ExecutionsRequest, { ...inBody, ...queryOf(request) })
    const found = await executions.list(request.caller, toFilter(filter), { max, offset })
    return { totalItems: found.totalItems, items: found.items.map(statusBody) }
  }

  const route = {
    path: '/executions',
    summary: 'The executions of the account, newest first.',
    access: 'member',
    query: ExecutionsRequest,
    answers: { 200: { description: 'One page of the list.', content: json(published('ExecutionsResponse')) } },
    handler: list
  } as const satisfies Omit<Route, 'method'>

  return [
    { ...route, method: 'GET' },
    {
      ...route,
      method: 'POST',
      description: 'The filters stand in the query or in the body; the query goes first.',
      body: {
        required: false,
        types: ['application/json', 'application/hocon'],
        schema: Type.Partial(ExecutionsRequest)
      }
    }
  ]
}

// A body's fields read like parameters: HOCON has no difference between 20 and "20", and clients mix them in JSON.
function fieldsOf(body: unknown): Query {
  if (!isObject(body)) {
    throw new InvalidRequest('The body is an object of filters, for instance {"job": "AudienceInfluencers"}.')
  }
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, toField(name, value)]))
}

function toField(name: string, value: unknown): string | undefined {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.map(item => toField(name, item)).join(',')
  if (typeof value === 'object') throw new InvalidRequest(`${name}: a text or a number, not an object.`)
  return String(value)
}

type FilterFields = { job?: string; label?: string; status?: string; user?: string; project?: string }

function toFilter({ status, ...fields }: FilterFields): ExecutionFilter {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
  if (!status) return given
  const states = statesOf(status.split(',').map(word => word.trim().toUpperCase()))
  if (!states) throw wrongParameter(ExecutionsRequest, 'status')
  return { ...given, states }
}

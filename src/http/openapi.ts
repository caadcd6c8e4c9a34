import type { TObject, TSchema } from 'typebox'
import type { Answer, Route } from './route.ts'
import { published } from './route.ts'

type Schemata = ReadonlyMap<string, TSchema>

const errorAnswers: Readonly<Record<number, string>> = {
  400: 'The request is not well formed or not valid.',
  401: 'The access token is missing, unknown or revoked.',
  403: 'The token is good, its role is not enough.',
  404: 'There is no such thing.',
  406: 'The Accept header excludes what this call answers.',
  409: 'Something else holds what was asked for.',
  413: 'The body is too large.',
  415: 'The Content-Type is none that this call reads.',
  429: 'Too much is under way: Retry-After says when to try again.',
  503: 'The server is shutting down or not ready: Retry-After says when to try again.'
}

const title = 'Demograph: the Execute API and the Task API'
const description =
  'Ask questions about audiences over your own social data. Execute API: start a job with /execute, follow it with /status, take its result from /resources. Task API: submit a task with POST /v1.6/pylon/{service}/task, read it with GET /v1.6/pylon/{service}/task/{type}/{id}.'

/** The whole API as an OpenAPI 3.1 document, made from what the server registers and publishes. */
export function openApi(routes: readonly Route[], schemata: Schemata, version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title, version, description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { parameter: [] }, { header: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        parameter: { type: 'apiKey', in: 'query', name: 'access_token' },
        header: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: 'The token itself, or token TOKEN; for the Task API also USERNAME:API_KEY.'
        },
        basic: { type: 'http', scheme: 'basic', description: 'The user name of the account and an API key.' }
      },
      schemas: Object.fromEntries(schemata)
    }
  }
}

function operation(route: Route) {
  const body = route.body
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(route.access === 'everybody' && { security: [] }),
    ...(route.dialect === 'pylon' && { security: [{ header: [] }, { basic: [] }, { bearer: [] }, { parameter: [] }] }),
    ...((route.query || route.parts) && {
      parameters: [...parameters(route.parts, 'path'), ...parameters(route.query, 'query')]
    }),
    ...(body && {
      requestBody: {
        required: body.required,
        content: Object.fromEntries(body.types.map(type => [type, { schema: body.schema, ...exampleOf(type, body) }]))
      }
    }),
    responses: { ...answers(route), ...errorsOf(route) }
  }
}

function operationId({ method, path }: Route): string {
  const words = path.split(/[/{}_.]+/).filter(Boolean)
  return [method.toLowerCase(), ...words.map(word => word[0]?.toUpperCase() + word.slice(1))].join('')
}

function exampleOf(type: string, { example }: NonNullable<Route['body']>) {
  return type === 'application/json' && example !== undefined ? { example } : {}
}

function parameters(schema: TObject | undefined, place: 'path' | 'query') {
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property as TSchema & { description?: string } // Every schema may carry one.
    const required = place === 'path' || (schema?.required?.includes(name) === true && !('default' in property))
    return { name, in: place, required, ...(description && { description }), schema: rest }
  })
}

function answers(route: Route) {
  return Object.fromEntries(Object.entries(route.answers).map(([status, answer]) => [status, response(answer)]))
}

function response({ description, content, headers }: Answer) {
  const described = Object.entries(headers ?? {}).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } }
  ])
  return { description, ...(content && { content }), ...(headers && { headers: Object.fromEntries(described) }) }
}

function errorsOf(route: Route) {
  const codes = [
    ...(route.query || route.body || route.parts ? [400] : []),
    ...(route.access === 'everybody' ? [] : [401]),
    ...(route.access === 'admin' ? [403, 409] : []),
    ...(route.query || route.parts ? [404] : []),
    ...(route.dialect === 'pylon' ? [] : [406]),
    ...(route.body ? [413, 415] : []),
    ...(route.startsWork ? [429, 503] : []),
    ...(route.errors ?? [])
  ]
  const shape = published(route.dialect === 'pylon' ? 'PylonError' : 'ErrorResponse')
  const content = { 'application/json': { schema: shape } }
  return Object.fromEntries(
    codes
      .filter(code => !(code in route.answers))
      .map(code => [code, { description: errorAnswers[code] ?? 'An error.', content }])
  )
}

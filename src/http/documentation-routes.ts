import type { FastifyReply } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { NotFound } from '../errors.ts'
import { docsPage } from './docs-page.ts'
import { openApi } from './openapi.ts'
import { json, type Route } from './route.ts'

const html = 'text/html'
const dialect = 'https://json-schema.org/draft/2020-12/schema'

/** What the API says about itself: schemas, OpenAPI and a page for people. No token is needed. */
export function documentationRoutes(
  otherRoutes: readonly Route[],
  schemata: ReadonlyMap<string, TSchema>,
  version: string
): Route[] {
  const texts = new Map(
    [...schemata].map(([name, schema]) => {
      const file = `${name}.json`
      return [file, JSON.stringify({ $schema: dialect, $id: `/schemata/${file}`, title: name, ...schema })]
    })
  )
  const routes: Route[] = [
    {
      method: 'GET',
      path: '/schemata/{name}',
      summary: 'The JSON Schema of a request, an answer or a result.',
      access: 'everybody',
      parts: Type.Object({ name: Type.Enum([...texts.keys()]) }),
      answers: { 200: { description: 'A JSON Schema (draft 2020-12).', content: json(Type.Object({})) } },
      handler(request, reply) {
        const { name = '' } = request.params as { name?: string } // The route has this part.
        const text = texts.get(name)
        if (text === undefined)
          throw new NotFound(`There is no such schema. There are: ${[...texts.keys()].join(', ')}.`)
        return cacheable(reply.type('application/json; charset=utf-8')).send(text)
      }
    },
    {
      method: 'GET',
      path: '/openapi.json',
      summary: 'This API as OpenAPI 3.1.',
      access: 'everybody',
      answers: { 200: { description: 'The document.', content: json(Type.Object({})) } },
      handler: (_request, reply) => cacheable(reply.type('application/json; charset=utf-8')).send(document())
    },
    {
      method: 'GET',
      path: '/docs',
      summary: 'This API for people.',
      access: 'everybody',
      produces: [html],
      answers: { 200: { description: 'A page.', content: { [html]: { schema: Type.String() } } } },
      handler: (_request, reply) =>
        cacheable(reply.type(`${html}; charset=utf-8`))
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
          .send(page())
    }
  ]
  const all = [...otherRoutes, ...routes]
  const document = once(() => JSON.stringify(openApi(all, schemata, version)))
  const page = once(() => docsPage(all, schemata, version))
  return routes
}

function cacheable(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'public, max-age=300')
}

function once(make: () => string): () => string {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

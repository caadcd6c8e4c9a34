import { type TObject, type TSchema, Type } from 'typebox'
import type { HttpServices } from '../http-services.ts'
import type { Route } from '../route.ts'
import { type Admission, admitter } from './admission.ts'
import { documentedVersion } from './pylon-call.ts'
import type { PylonServices } from './pylon-services.ts'

/** What the routes of the Task API are made with. */
export type PylonParts = PylonServices & Pick<HttpServices, 'verifyToken'>

type PylonRoute = Omit<Route, 'access' | 'dialect' | 'admit' | 'produces' | 'anyContentType'> & Admission

/** Makes a route of the Task API from its path without the version. */
export function pylonRoute(parts: PylonParts) {
  const admit = admitter(parts)
  return ({ key, bucket, cost, path, description = '', ...route }: PylonRoute): Route => ({
    ...route,
    path: `${documentedVersion}${path}`,
    description: [description, keySentences[key], `Rate limit cost: ${cost}.`].filter(Boolean).join(' '),
    access: 'member',
    dialect: 'pylon',
    admit: admit({ key, bucket, cost }),
    produces: ['application/json', 'text/javascript'],
    anyContentType: true,
    errors: [403, ...(route.errors ?? []), 429]
  })
}

const keySentences = {
  identity: 'It takes the key of an identity.',
  account: 'It takes the key of the account, or an admin’s.',
  any: 'It takes the key of an identity or of the account.'
} as const

export const callback = Type.Optional(
  Type.String({ description: 'JSONP: the name of the function that a script answers with.' })
)

/** Parameters of a query, `callback` among them. */
export function queryOfCall(properties: Record<string, TSchema> = {}): TObject {
  return Type.Object({ ...properties, callback })
}

/** A body of JSON, or of form fields with the same names. */
export function bodyOf(schema: TSchema, example?: unknown): NonNullable<Route['body']> {
  return {
    required: true,
    types: ['application/json', 'application/x-www-form-urlencoded'],
    schema,
    ...(example !== undefined && { example })
  }
}

export const hash32 = (description: string) => Type.String({ pattern: '^[0-9a-f]{32}$', description })
export const hash40 = (description: string) => Type.String({ pattern: '^[0-9a-f]{40}$', description })
export const unixTime = (description: string) => Type.Integer({ description: `${description} Unix seconds.` })

/** What every list says of itself. */
export const pageMembers = {
  count: Type.Integer({ minimum: 0, description: 'Items on all pages.' }),
  page: Type.Integer({ minimum: 1 }),
  pages: Type.Integer({ minimum: 1 }),
  per_page: Type.Integer({ minimum: 1 })
}

export const pageParameters = {
  page: Type.Integer({ minimum: 1, default: 1, description: 'Which page.' }),
  per_page: Type.Integer({ minimum: 1, maximum: 100, default: 25, description: 'How many on a page, at most 100.' })
}

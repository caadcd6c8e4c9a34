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

const callback = Type.Optional(
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

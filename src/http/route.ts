import type { FastifyReply, FastifyRequest } from 'fastify'
import type { TObject, TSchema } from 'typebox'
import type { Caller } from '../store/verify-token.ts'
import type { Query } from './query.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before a handler runs, unless the route is open to everybody. */
    caller: Caller
  }
}

/** What a call answers under one status code. */
export type Answer = {
  readonly description: string
  /** By media type; nothing for an empty answer. */
  readonly content?: Readonly<Record<string, { readonly schema: TSchema | { readonly $ref: string } }>>
  readonly headers?: Readonly<Record<string, string>>
}

/** One call of the API: the server registers it, OpenAPI and the documentation page describe it. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As OpenAPI writes it: `/resources/{execution}`. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  /** Who may call it. */
  readonly access: 'everybody' | Caller['role']
  /** Which API it belongs to: its errors are of that shape. The Execute API when left out. */
  readonly dialect?: 'pylon'
  /** Lets the request in, or throws, instead of what the Execute API asks: a token of `access`, and an `Accept` that fits. */
  readonly admit?: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  /** What the answer can be, for the `Accept` header; JSON when left out. */
  readonly produces?: readonly string[]
  readonly query?: TObject
  /** What the parts of the path in braces are. */
  readonly parts?: TObject
  readonly body?: {
    readonly required: boolean
    readonly types: readonly string[]
    readonly schema: TSchema | { readonly $ref: string }
    readonly example?: unknown
  }
  readonly answers: Readonly<Record<number, Answer>>
  /** Codes of errors beside those that follow from the rest. */
  readonly errors?: readonly number[]
  /** Not to be called by HEAD, which promises to change nothing. */
  readonly noHead?: true
  /** New work is refused while the server drains. */
  readonly startsWork?: true
  /** Polled without end: a good answer is logged at debug only. */
  readonly isPolled?: true
  /** The body is read whatever its Content-Type says. */
  readonly anyContentType?: true
  handler(request: FastifyRequest, reply: FastifyReply): unknown
}

/** What parseQuery made of the request's query string. */
export function queryOf(request: FastifyRequest): Query {
  return request.query as Query // The server parses every query string with parseQuery.
}

export function json(schema: TSchema | { readonly $ref: string }): Answer['content'] {
  return { 'application/json': { schema } }
}

/** A reference to a schema that is published by its name, under /schemata/ and in OpenAPI. */
export function published(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` }
}

import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { serviceNames } from '../../model/ids.ts'

export const servicePart = { service: Type.Enum(serviceNames, { description: 'The network.' }) }

type Parts = {
  readonly service?: string
  readonly type?: string
  readonly id?: string
  readonly slug?: string
}

/** The parts of a path that its route has. */
export function partsOf(request: FastifyRequest): Parts {
  return request.params as Parts // Fastify's own, by the names in the path.
}

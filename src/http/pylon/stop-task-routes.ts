import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { taskTypes } from '../../jobs/tasks/task.ts'
import { json, type Route } from '../route.ts'
import { type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { oneOf, readService, requireHash } from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'
import { TaskObject, taskBody } from './task-body.ts'
import { idPart, typePart } from './task-parts.ts'

/** Ending tasks, which the original had no call for. */
export function stopTaskRoutes(parts: PylonParts): Route[] {
  async function stop(request: FastifyRequest) {
    const { service: named, type, id } = partsOf(request)
    const service = readService(named)
    // Without a type the id stands in its place.
    const wanted =
      id === undefined
        ? { id: requireHash('id', type ?? '') }
        : { type: oneOf('type', type, taskTypes), id: requireHash('id', id) }
    return taskBody(request, await parts.tasks.stop(request.caller, service, wanted.id, wanted.type))
  }

  const common = {
    key: 'identity',
    bucket: 'general',
    cost: 5,
    summary: 'End a task, its running query included. One that is over stays as it is.',
    query: queryOfCall(),
    answers: { 200: { description: 'The task as it stands now.', content: json(TaskObject) } },
    errors: [404],
    handler: stop
  } as const
  const route = pylonRoute(parts)

  return [
    route({
      ...common,
      method: 'DELETE',
      path: '/pylon/{service}/task/{type}',
      parts: Type.Object({ ...servicePart, type: idPart.id }),
      description: 'The id of the task stands in the place of its type.'
    }),
    route({
      ...common,
      method: 'DELETE',
      path: '/pylon/{service}/task/{type}/{id}',
      parts: Type.Object({ ...servicePart, ...typePart, ...idPart })
    }),
    ...(['PUT', 'POST'] as const).map(method =>
      route({
        ...common,
        method,
        path: '/pylon/{service}/task/{type}/{id}/stop',
        parts: Type.Object({ ...servicePart, ...typePart, ...idPart })
      })
    )
  ]
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { type TaskType, taskTypes } from '../../jobs/tasks/task.ts'
import { json, type Route } from '../route.ts'
import {
  bodyOf,
  hash32,
  hash40,
  type PylonParts,
  pageMembers,
  pageParameters,
  pylonRoute,
  queryOfCall,
  unixTime
} from './pylon-route.ts'
import { allFields, type Fields, queryFields } from './read-fields.ts'
import {
  oneOf,
  optionalText,
  pageBody,
  readPage,
  readService,
  requiredObject,
  requiredText,
  requireHash
} from './read-values.ts'
import { partsOf, servicePart } from './service-part.ts'
import { taskBody } from './task-body.ts'
import { allTaskStatusWords, taskStateOf } from './task-status-words.ts'

const typePart = { type: Type.Enum([...taskTypes], { description: 'The type of the task.' }) }
const typeOrId = { type: Type.String({ description: 'analysis or strategy; or the id of a task.' }) }
const idPart = { id: hash40('The id of the task.') }

const nullable = (schema: TSchema) => Type.Union([schema, Type.Null()])

const TaskObject = Type.Object({
  id: hash40('The task.'),
  identity_id: hash32('The identity that submitted it.'),
  subscription_id: Type.String({ description: 'The recording that it is asked of.' }),
  name: Type.String(),
  type: Type.Enum([...taskTypes]),
  parameters: Type.Object({}, { description: 'As they were sent.' }),
  result: nullable(Type.Object({}, { description: 'Null until the task is completed, and in lists.' })),
  usage: Type.Object({ analysis_tasks: Type.Integer({ minimum: 0 }) }),
  steps_completed: nullable(Type.Integer({ minimum: 0 })),
  total_steps: nullable(Type.Integer({ minimum: 0 })),
  message: nullable(Type.String({ description: 'Why it failed.' })),
  status: Type.Enum([...allTaskStatusWords]),
  created_at: unixTime('When it was submitted.'),
  updated_at: unixTime('When it last changed.')
})

const example = {
  subscription_id: 'cd99abbc812f646c77bfd8ddf767a134f0b91e84',
  name: 'Hashtags of the week',
  type: 'analysis',
  parameters: {
    parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 10 } }
  }
}

/** Tasks: submitting one, the list, one with its result, and ending one. */
export function taskRoutes(parts: PylonParts): Route[] {
  const { tasks } = parts
  const route = pylonRoute(parts)

  async function submit(request: FastifyRequest, reply: FastifyReply) {
    const service = readService(partsOf(request).service)
    const wanted = readTask(await allFields(request))
    const { id, queued, queueLimit } = await tasks.submit(request.caller, service, wanted)
    const { type } = wanted
    return reply
      .code(202)
      .header(`x-${type}-tasks-queued`, queued)
      .header(`x-${type}-tasks-queue-limit`, queueLimit)
      .send({ id })
  }

  async function list(request: FastifyRequest, type: TaskType) {
    const service = readService(partsOf(request).service)
    const fields = queryFields(request)
    const word = optionalText(fields, 'status')
    const page = readPage(fields)
    const wanted = {
      type,
      ...page,
      ...(word !== undefined && { state: taskStateOf(oneOf('status', word, allTaskStatusWords)) })
    }
    const found = await tasks.list(request.caller, service, wanted)
    return {
      ...pageBody(found.count, page),
      tasks: found.tasks.map(task => taskBody(request, { ...task, result: null }))
    }
  }

  async function get(request: FastifyRequest, id: string, type?: TaskType) {
    const service = readService(partsOf(request).service)
    return taskBody(request, await tasks.get(request.caller, service, requireHash('id', id), type))
  }

  async function stop(request: FastifyRequest) {
    const { service: named, type, id } = partsOf(request)
    const service = readService(named)
    // Without a type the id stands in its place.
    if (id === undefined)
      return taskBody(request, await tasks.stop(request.caller, service, requireHash('id', type ?? '')))
    const { id: found } = await tasks.get(
      request.caller,
      service,
      requireHash('id', id),
      oneOf('type', type, taskTypes)
    )
    return taskBody(request, await tasks.stop(request.caller, service, found))
  }

  // Clients of 1.4 name no type, and where 1.5 has one they may have an id.
  function listOrGet(request: FastifyRequest) {
    const { type = 'analysis' } = partsOf(request)
    return isTaskId(type) ? get(request, type) : list(request, oneOf('type', type, taskTypes))
  }

  function getOfType(request: FastifyRequest) {
    const { type, id = '' } = partsOf(request)
    return get(request, id, oneOf('type', type, taskTypes))
  }

  const read = { key: 'identity', bucket: 'general', cost: 5 } as const
  const one = { 200: { description: 'The task.', content: json(TaskObject) } }
  const stopped = { 200: { description: 'The task as it stands now.', content: json(TaskObject) } }
  const listRoute = {
    ...read,
    method: 'GET',
    summary: 'Tasks of a type, newest first, without their results.',
    query: queryOfCall({
      ...pageParameters,
      status: Type.Optional(Type.Enum([...allTaskStatusWords], { description: 'Only those that stand so.' }))
    }),
    answers: {
      200: {
        description: 'A page of the list.',
        content: json(Type.Object({ ...pageMembers, tasks: Type.Array(TaskObject) }))
      }
    },
    handler: listOrGet
  } as const
  const stopRoute = {
    ...read,
    summary: 'End a task, its running query included. One that is over stays as it is.',
    answers: stopped,
    errors: [404],
    handler: stop
  } as const

  return [
    route({
      method: 'POST',
      path: '/pylon/{service}/task',
      key: 'identity',
      bucket: 'task_create',
      cost: 25,
      summary: 'Submit a task.',
      parts: Type.Object(servicePart),
      query: queryOfCall(),
      body: bodyOf(
        Type.Object({
          subscription_id: Type.String({ description: 'The recording.' }),
          name: Type.String({ maxLength: 1000 }),
          type: Type.Enum([...taskTypes]),
          parameters: Type.Object({})
        }),
        example
      ),
      answers: {
        202: {
          description: 'It is queued.',
          headers: {
            'X-Analysis-Tasks-Queued': 'Analysis tasks that wait, this one included; X-Strategy-… for a strategy.',
            'X-Analysis-Tasks-Queue-Limit': 'How many may wait; X-Strategy-… for a strategy.'
          },
          content: json(Type.Object({ id: hash40('The task.') }))
        }
      },
      errors: [404, 409],
      startsWork: true,
      handler: submit
    }),
    route({
      ...listRoute,
      path: '/pylon/{service}/task',
      parts: Type.Object(servicePart),
      description: 'Analysis tasks.'
    }),
    route({
      ...listRoute,
      path: '/pylon/{service}/task/{type}',
      parts: Type.Object({ ...servicePart, ...typeOrId }),
      description: 'With the id of a task in place of the type it answers that task.'
    }),
    route({
      ...read,
      method: 'GET',
      path: '/pylon/{service}/task/{type}/{id}',
      summary: 'A task, with its result once it is completed.',
      parts: Type.Object({ ...servicePart, ...typePart, ...idPart }),
      query: queryOfCall(),
      answers: one,
      isPolled: true,
      handler: getOfType
    }),
    route({
      ...stopRoute,
      method: 'DELETE',
      path: '/pylon/{service}/task/{type}',
      parts: Type.Object({ ...servicePart, type: idPart.id }),
      description: 'The id of the task stands in the place of its type.'
    }),
    route({
      ...stopRoute,
      method: 'DELETE',
      path: '/pylon/{service}/task/{type}/{id}',
      parts: Type.Object({ ...servicePart, ...typePart, ...idPart })
    }),
    ...(['PUT', 'POST'] as const).map(method =>
      route({
        ...stopRoute,
        method,
        path: '/pylon/{service}/task/{type}/{id}/stop',
        parts: Type.Object({ ...servicePart, ...typePart, ...idPart })
      })
    )
  ]
}

// What is missing is said before what is wrong.
function readTask(fields: Fields) {
  const subscription = requiredText(fields, 'subscription_id')
  const name = requiredText(fields, 'name')
  const word = requiredText(fields, 'type')
  const parameters = requiredObject(fields, 'parameters')
  const type = oneOf('type', word, taskTypes)
  return { recordingId: requireHash('subscription_id', subscription), name, type, parameters }
}

const isTaskId = (text: string) => /^[0-9a-f]{40}$/.test(text)

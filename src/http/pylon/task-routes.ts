import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type TaskType, taskTypes } from '../../jobs/tasks/task.ts'
import { isHex } from '../../model/hex.ts'
import type { Service } from '../../model/ids.ts'
import { json, type Route } from '../route.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { hash40, pageOf, pageParameters } from './pylon-schemas.ts'
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
import { TaskObject, taskBody } from './task-body.ts'
import { idPart, typePart } from './task-parts.ts'
import { allTaskStatusWords, taskStateOf } from './task-status-words.ts'

const typeOrId = { type: Type.String({ description: 'analysis or strategy; or the id of a task.' }) }

const example = {
  subscription_id: 'cd99abbc812f646c77bfd8ddf767a134f0b91e84',
  name: 'Hashtags of the week',
  type: 'analysis',
  parameters: {
    parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 10 } }
  }
}

/** Tasks: submitting one, the list, and one with its result. */
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

  async function list(request: FastifyRequest, service: Service, type: TaskType) {
    const fields = queryFields(request)
    const word = optionalText(fields, 'status')
    const page = readPage(fields)
    const wanted = {
      type,
      ...page,
      ...(word !== undefined && { state: taskStateOf(oneOf('status', word, allTaskStatusWords)) })
    }
    const found = await tasks.list(request.caller, service, wanted)
    return { ...pageBody(found.count, page), tasks: found.tasks.map(task => taskBody(request, task)) }
  }

  // Clients of 1.4 name no type, and where 1.5 has one they may have an id.
  async function listOrGet(request: FastifyRequest) {
    const { service: named, type = 'analysis' } = partsOf(request)
    const service = readService(named)
    if (isHex(type, 40)) return taskBody(request, await tasks.get(request.caller, service, type))
    return list(request, service, oneOf('type', type, taskTypes))
  }

  async function get(request: FastifyRequest) {
    const { service: named, type: word, id = '' } = partsOf(request)
    const service = readService(named)
    const type = oneOf('type', word, taskTypes)
    return taskBody(request, await tasks.get(request.caller, service, requireHash('id', id), type))
  }

  const read = { key: 'identity', bucket: 'general', cost: 5 } as const
  const listRoute = {
    ...read,
    method: 'GET',
    summary: 'Tasks of a type, newest first, without their results.',
    query: queryOfCall({
      ...pageParameters,
      status: Type.Optional(Type.Enum([...allTaskStatusWords], { description: 'Only those that stand so.' }))
    }),
    answers: { 200: pageOf('tasks', TaskObject) },
    handler: listOrGet
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
      errors: [404],
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
      answers: { 200: { description: 'The task.', content: json(TaskObject) } },
      errors: [410],
      isPolled: true,
      handler: get
    })
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

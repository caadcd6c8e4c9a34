import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { json, type Route } from '../route.ts'
import { readWindow, windowParameters } from './interactions-window.ts'
import { bodyOf, type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { allFields } from './read-fields.ts'
import { readService, requiredObject } from './read-values.ts'
import { recordingParameter, requireRecording } from './recording-named.ts'
import { partsOf, servicePart } from './service-part.ts'

/** An analysis without a task. */
export function analyzeRoutes(parts: PylonParts): Route[] {
  async function analyze(request: FastifyRequest) {
    const service = readService(partsOf(request).service)
    const fields = await allFields(request)
    const recording = requireRecording(fields)
    const parameters = { ...readWindow(fields), parameters: requiredObject(fields, 'parameters') }
    return parts.tasks.analyse(request.caller, service, recording, parameters)
  }

  return [
    pylonRoute(parts)({
      method: 'POST',
      path: '/pylon/{service}/analyze',
      key: 'identity',
      bucket: 'analyze',
      cost: 25,
      summary: 'An analysis, answered at once instead of by a task.',
      parts: Type.Object(servicePart),
      query: queryOfCall(),
      body: bodyOf(Type.Object({ ...recordingParameter, ...windowParameters, parameters: Type.Object({}) })),
      answers: { 200: { description: 'The result.', content: json(Type.Object({})) } },
      errors: [404],
      handler: analyze
    })
  ]
}

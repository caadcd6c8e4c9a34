import { Type } from 'typebox'
import type { HttpServices } from './http-services.ts'
import { json, published, type Route } from './route.ts'

/** For those who run the server: is it alive, should requests be sent here, what do its figures say. No token is needed. */
export function operationsRoutes({ readiness, metrics, draining }: HttpServices): Route[] {
  const text = 'text/plain'
  return [
    {
      method: 'GET',
      path: '/healthz',
      summary: 'Is the process alive?',
      access: 'everybody',
      answers: { 200: { description: 'It is.', content: json(Type.Object({ status: Type.Literal('ok') })) } },
      isPolled: true,
      handler: () => ({ status: 'ok' })
    },
    {
      method: 'GET',
      path: '/readyz',
      summary: 'Should requests be sent here?',
      access: 'everybody',
      answers: {
        200: { description: 'Yes.', content: json(Type.Object({ ready: Type.Literal(true) })) },
        503: { description: 'No, and why.', content: json(published('ErrorResponse')) }
      },
      isPolled: true,
      async handler(_request, reply) {
        const { ready, reasons } = await readiness()
        const errors = draining.aborted ? ['The server is shutting down.', ...reasons] : reasons
        if (ready && !draining.aborted) return { ready: true }
        return reply.code(503).send({ ready: false, errors: errors.length > 0 ? errors : ['The server is starting.'] })
      }
    },
    {
      method: 'GET',
      path: '/metrics',
      summary: 'Figures for Prometheus.',
      access: 'everybody',
      produces: [text, 'application/openmetrics-text'],
      answers: { 200: { description: 'The figures.', content: { [text]: { schema: Type.String() } } } },
      isPolled: true,
      handler: async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text())
    }
  ]
}

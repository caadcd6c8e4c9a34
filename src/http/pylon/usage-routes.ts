import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest } from '../../errors.ts'
import { json, type Route } from '../route.ts'
import { isSince } from './pylon-call.ts'
import { type PylonParts, pylonRoute, queryOfCall } from './pylon-route.ts'
import { unixTime } from './pylon-schemas.ts'
import { type Fields, queryFields } from './read-fields.ts'
import { oneOf, optionalText, optionalTime } from './read-values.ts'

const periods = ['hourly', 'daily', 'monthly'] as const
type Period = (typeof periods)[number]

/** How much is told when no start is named: one of the period, a month being the longest that there is. */
const periodS = { hourly: 3600, daily: 86_400, monthly: 31 * 86_400 } as const satisfies Record<Period, number>

/** What an account's identities used. */
export function usageRoutes(parts: PylonParts): Route[] {
  async function usage(request: FastifyRequest) {
    const fields = queryFields(request)
    const period = oneOf('period', optionalText(fields, 'period') ?? 'hourly', periods)
    const hours = await parts.accounts.accountUsage(request.caller.accountId, readWindow(request, fields, period))
    const sums = new Map<string, { source: string; timestamp: number; quantity: number }>()
    for (const { startMs, service, analyses } of hours) {
      const timestamp = beginOf(period, startMs) / 1000
      const key = `${timestamp} ${service}`
      const quantity = (sums.get(key)?.quantity ?? 0) + analyses
      sums.set(key, { source: service, timestamp, quantity })
    }
    const common = { cost: 0, category: 'pylon', unit: 'analysis_task' }
    return { usage: [...sums.values()].map(({ quantity, ...rest }) => ({ quantity, ...common, ...rest })) }
  }

  const Used = Type.Object({
    quantity: Type.Number(),
    cost: Type.Number({ description: 'Nothing has a price here: 0.' }),
    category: Type.String(),
    unit: Type.String(),
    source: Type.String({ description: 'The service.' }),
    timestamp: unixTime('When the hour, day or month begins, UTC.')
  })

  return [
    pylonRoute(parts)({
      method: 'GET',
      path: '/account/usage',
      key: 'account',
      bucket: 'general',
      cost: 25,
      summary: 'How many analyses the account asked for, in the hours that the window touches.',
      query: queryOfCall({
        period: Type.Optional(Type.Enum([...periods], { description: 'Left out: hourly.' })),
        start: unixTime('The first moment.'),
        end: unixTime('The moment after the last.')
      }),
      answers: {
        200: {
          description: 'Hours, days or months with any.',
          content: json(Type.Object({ usage: Type.Array(Used) }))
        }
      },
      handler: usage
    })
  ]
}

function readWindow({ raw }: FastifyRequest, fields: Fields, period: Period) {
  const [start, end] = [optionalTime(fields, 'start'), optionalTime(fields, 'end')]
  if (isSince(raw, '1.6')) {
    for (const [name, time] of Object.entries({ start, end })) {
      if (time === undefined) throw new InvalidRequest(`Missing param '${name}'`)
    }
  }
  const endS = end ?? Math.floor(Date.now() / 1000) + 1
  const startS = start ?? Math.max(0, endS - periodS[period])
  if (startS >= endS) throw new InvalidRequest('The start parameter must be before the end parameter')
  return { startMs: startS * 1000, endMs: endS * 1000 }
}

function beginOf(period: Period, hourMs: number): number {
  const hour = new Date(hourMs)
  if (period === 'hourly') return hourMs
  return Date.UTC(hour.getUTCFullYear(), hour.getUTCMonth(), period === 'daily' ? hour.getUTCDate() : 1)
}

import { setImmediate } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest, TooLarge } from '../../errors.ts'
import type { HttpServices } from '../http-services.ts'
import { limits } from '../limits.ts'
import { readBody } from '../read-body.ts'
import { json, published, type Route } from '../route.ts'
import { answerGiven, type GivenKind, givenKinds } from './answer-given.ts'

/** The longest that enriching a list keeps other requests waiting. */
const sliceMs = 15

const examples = {
  profile: { name: 'Joe User', location: 'Boston, USA', summary: 'Runner. Father of two.' },
  post: { text: 'What a match! Congratulations to both teams' }
}

/** `/profile` and `/post`: the Enrich API, which answers for what the caller sends and stores nothing of it. */
export function enrichRoutes({ loadEnricher }: HttpServices): Route[] {
  return givenKinds.map(kind => {
    const Name = kind === 'profile' ? 'EnrichedProfile' : 'EnrichedPost'
    const answers = async () => answerGiven(kind, await loadEnricher(), Date.now)
    return {
      method: 'POST',
      path: `/${kind}`,
      summary: `Enrich a ${kind}, or a list of them; nothing is stored.`,
      description: `Takes ${takes[kind]}. The answer is what was sent with a member peoplepattern; for a list, a list of {status, code, result} or {status, code, error}, in the same order.`,
      access: 'member',
      body: {
        required: true,
        types: ['application/json', 'application/hocon'],
        schema: Type.Unknown(),
        example: examples[kind]
      },
      answers: {
        200: {
          description: `The enriched ${kind}, or a list.`,
          content: json(
            Type.Union([published(Name), Type.Array(published('EnrichedItem'))].map(ref => Type.Unsafe(ref)))
          )
        }
      },
      handler: async request => answerBody(request, await answers())
    }
  })
}

const takes: Readonly<Record<GivenKind, string>> = {
  profile:
    'name, handle (or username), summary (or description) and location, or a user object of Twitter v1.1 or X API v2',
  post: 'text, or a status of Twitter v1.1 or a tweet of X API v2'
}

async function answerBody(request: FastifyRequest, answer: ReturnType<typeof answerGiven>): Promise<unknown> {
  const body = await readBody(request.raw, { mayHoldNul: true })
  if (Array.isArray(body)) return await answerList(body, answer)
  const found = answer(body)
  if ('invalid' in found) throw new InvalidRequest(found.invalid)
  return found.result
}

async function answerList(items: readonly unknown[], answer: ReturnType<typeof answerGiven>): Promise<unknown[]> {
  if (items.length > limits.enrichItems)
    throw new TooLarge(`A list may hold ${limits.enrichItems.toLocaleString('en')} items at most: send several.`)
  const answers: unknown[] = []
  let sliceEnd = performance.now() + sliceMs
  for (const input of items) {
    const found = answer(input)
    answers.push(
      'invalid' in found
        ? { status: 'error', code: 400, error: { input, message: found.invalid } }
        : { status: 'success', code: 200, result: found.result }
    )
    if (performance.now() < sliceEnd) continue
    await setImmediate()
    sliceEnd = performance.now() + sliceMs
  }
  return answers
}

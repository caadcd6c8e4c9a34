import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { createEnricher } from '../enrichment/enrich.ts'
import { answerGiven, type GivenKind } from '../http/enrich/answer-given.ts'
import { isObject } from '../json-object.ts'
import type { TraitSettings } from '../model/traits.ts'
import { readLines } from './read-lines.ts'

type Settings = { readonly traits: TraitSettings; readonly kind: GivenKind | undefined }

/**
 * Each line of JSON, a profile or a post, answered as a line: what was given with a member `peoplepattern`, or the line of an
 * error. Without a kind a line with a text of a post is a post.
 */
export async function enrichLines(input: Readable, output: Writable, { traits, kind }: Settings): Promise<void> {
  const enricher = createEnricher(traits.off, traits.birthyearFromName)
  const answers = { profile: answerGiven('profile', enricher, Date.now), post: answerGiven('post', enricher, Date.now) }
  for await (const line of readLines(input)) {
    if (line.trim() === '') continue
    const given = parsed(line)
    const answer = given === undefined ? { invalid: 'No valid JSON' } : answers[kind ?? kindOf(given)](given)
    const said =
      'result' in answer
        ? answer.result
        : { status: 'error', code: 400, error: { input: given ?? line, message: answer.invalid } }
    if (!output.write(`${JSON.stringify(said)}\n`)) await once(output, 'drain')
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function kindOf(given: unknown): GivenKind {
  const isPost =
    isObject(given) && ['text', 'full_text', 'content', 'body'].some(name => typeof given[name] === 'string')
  return isPost ? 'post' : 'profile'
}

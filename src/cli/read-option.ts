import { InvalidArgumentError } from 'commander'
import { isForbiddenKey } from '../languages/forbidden-keys.ts'

/** Request members by name; members of members come from dotted names. */
export type RequestOptions = { [name: string]: unknown }

/**
 * Adds one `--option key=value` to those before it. A value that reads as JSON is taken as such, anything else as text;
 * `benchmark.group=service` sets a member of a member.
 */
export function readOption(argument: string, before: RequestOptions = {}): RequestOptions {
  const split = argument.indexOf('=')
  const path = argument.slice(0, Math.max(0, split)).split('.')
  if (path.some(name => name === '' || isForbiddenKey(name))) {
    throw new InvalidArgumentError('It is written key=value, for instance --option sample_size=500.')
  }
  return withMember(before, path, readValue(argument.slice(split + 1)))
}

function withMember(members: RequestOptions, [name = '', ...rest]: readonly string[], value: unknown): RequestOptions {
  if (rest.length === 0) return { ...members, [name]: value }
  const inner = members[name]
  const before = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? { ...inner } : {}
  return { ...members, [name]: withMember(before, rest, value) }
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // Most values are plain words, which are no JSON.
  }
}

/** A whole number of at least `min`, for commander. */
export function wholeNumber(min: number): (argument: string) => number {
  return argument => {
    const value = Number(argument)
    if (!/^\d+$/.test(argument) || value < min) throw new InvalidArgumentError(`It is a whole number from ${min}.`)
    return value
  }
}

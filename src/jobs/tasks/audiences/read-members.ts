import { isWritable } from './csdl-text.ts'

// What members must be when they are given at all; each sentence goes to the list of errors.

/** The members of an object, null counting as not given; undefined, with a sentence, for anything else. */
export function readObject(
  name: string,
  value: unknown,
  known: readonly string[] | undefined,
  errors: string[]
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    errors.push(`${name} must be an object`)
    return undefined
  }
  const members = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  for (const [member] of members) {
    if (known && !known.includes(member)) errors.push(`${name} takes no ${quote(member)}; it takes: ${known.join(',')}`)
  }
  return Object.fromEntries(members)
}

/** A list of texts, each once and without white space around it. */
export function readTexts(
  name: string,
  value: unknown,
  most: number,
  what: string,
  errors: string[]
): readonly string[] {
  const given = typeof value === 'string' ? [value] : value
  const isList = Array.isArray(given) && given.length > 0 && given.length <= most
  if (!isList || !given.every(isText)) {
    errors.push(`${name} must be a list of 1 to ${most} ${what}, each of 1 to ${longestText} characters`)
    return []
  }
  return [...new Set(given.map(text => text.trim()))]
}

/** An integer within bounds. */
export function readInteger(
  name: string,
  value: unknown,
  [least, most]: readonly [number, number],
  errors: string[]
): number {
  const isRight = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
  if (!isRight) errors.push(`The ${name} parameter must be an integer from ${least} to ${most}`)
  return isRight ? value : least
}

export const longestText = 200

function isText(value: unknown): value is string {
  if (typeof value !== 'string') return false
  const { length } = value.trim()
  return length > 0 && length <= longestText && isWritable(value)
}

/** What a client sent, short enough for a sentence. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

/** The name of a group or a topic, which stands in answers. */
export function checkName(of: string, name: string, errors: string[]): void {
  if (!isText(name)) errors.push(`The name of a ${of} must be a text of 1 to ${longestText} characters`)
}

import { InvalidRequest } from '../../errors.ts'

type Range = {
  readonly min: number
  readonly max: number
  /** What it must be: `an integer from 1 to 200`. */
  readonly what: string
}

/** A whole number, also written as a text or as 1.0; undefined when it is left out, null or an empty text. Throws InvalidRequest. */
export function readInteger(name: string, value: unknown, { min, max, what }: Range): number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const number = typeof value === 'string' && /^\s*\d{1,16}(?:\.0*)?\s*$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < min || number > max)
    throw new InvalidRequest(`The ${name} parameter must be ${what}`)
  return number
}

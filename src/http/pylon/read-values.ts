import { InvalidRequest } from '../../errors.ts'
import { isObject, type JsonObject } from '../../json-object.ts'
import { parseJson } from '../../languages/json.ts'
import { isHex } from '../../model/hex.ts'
import { type Service, serviceNames } from '../../model/ids.ts'
import { limits } from '../limits.ts'
import { readText } from '../read-body.ts'
import type { Fields } from './read-fields.ts'

// The original's two come first, in its order.
const services: readonly Service[] = [...new Set<Service>(['facebook', 'linkedin', ...serviceNames])]

export function readService(text: unknown): Service {
  return oneOf('service', text, services)
}

/** One of some words. Throws InvalidRequest in the words of the original. */
export function oneOf<Word extends string>(name: string, value: unknown, words: readonly Word[]): Word {
  const found = words.find(word => word === value)
  if (found === undefined) throw new InvalidRequest(`${name} is invalid; valid values are: ${words.join(',')}`)
  return found
}

/** A text, or nothing where it is left out, null or empty. */
export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw new InvalidRequest(`The ${name} parameter must be a string`)
}

export function requiredText(fields: Fields, name: string): string {
  const text = optionalText(fields, name)
  if (text === undefined) throw new InvalidRequest(`Missing param '${name}'`)
  return text
}

/** Whether a text can be an id or the hash of a filter. */
export function isHash(text: string): boolean {
  return isHex(text, 32) || isHex(text, 40)
}

export function requireHash(name: string, text: string): string {
  if (!isHash(text)) throw new InvalidRequest(`${name} must be a valid hash`)
  return text
}

type Range = {
  readonly min: number
  readonly max: number
  readonly sentence: string
  /** What is said of a number beyond `max`, where the sentence does not name it. */
  readonly above?: string
}

/** A whole number that may have been sent as a text, or nothing where it is left out, null or empty. */
export function optionalWhole(fields: Fields, name: string, range: Range): number | undefined {
  const { min, max, sentence, above = sentence } = range
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  const number = typeof value === 'string' && /^-?\d{1,100}$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isInteger(number) || number < min) throw new InvalidRequest(sentence)
  if (number > max) throw new InvalidRequest(above)
  return number
}

/** The latest second that a date can hold. */
const lastSecond = 8_640_000_000_000

/** A time in unix seconds, or nothing where it is left out, null or empty. */
export function optionalTime(fields: Fields, name: string): number | undefined {
  const sentence = `The ${name} parameter must be a unix timestamp`
  return optionalWhole(fields, name, { min: 0, max: lastSecond, sentence })
}

export type Page = { readonly page: number; readonly perPage: number }

export function readPage(fields: Fields, perPageDefault: number = limits.pylonPerPageDefault): Page {
  const { pylonPage, pylonPerPage } = limits
  const page = optionalWhole(fields, 'page', {
    min: 1,
    max: pylonPage,
    sentence: 'The page parameter must be an integer greater than zero',
    above: `The page parameter must be less or equal to ${pylonPage}`
  })
  const perPage = optionalWhole(fields, 'per_page', {
    min: 1,
    max: pylonPerPage,
    sentence: `The per_page parameter must be an integer greater than zero and less or equal to ${pylonPerPage}`
  })
  return { page: page ?? 1, perPage: perPage ?? perPageDefault }
}

/** What a list says of itself before its items; an empty one has one page. */
export function pageBody(count: number, { page, perPage }: Page) {
  return { count, page, pages: Math.max(1, Math.ceil(count / perPage)), per_page: perPage }
}

/** An object, which a query or a form carries as JSON. */
export function requiredObject(fields: Fields, name: string): JsonObject {
  const value = fields[name]
  if (value === undefined || value === null || value === '') throw new InvalidRequest(`Missing param '${name}'`)
  const object = typeof value === 'string' ? readText(value, text => parseJson(text)) : value
  if (!isObject(object)) throw new InvalidRequest(`The ${name} parameter must be an object`)
  return object
}

export function optionalTruth(fields: Fields, name: string): boolean | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (value === true || value === 1 || value === '1' || value === 'true') return true
  if (value === false || value === 0 || value === '0' || value === 'false') return false
  throw new InvalidRequest(`The ${name} parameter must be true or false`)
}

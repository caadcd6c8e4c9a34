import type { FastifyRequest } from 'fastify'
import { InvalidRequest } from '../../errors.ts'
import { isObject, type JsonObject } from '../../json-object.ts'
import { parseJson } from '../../languages/json.ts'
import { mediaType, readBodyText, readText } from '../read-body.ts'
import { queryOf } from '../route.ts'

/** What a request says by name, wherever it says it. Values of a query and of a form are texts. */
export type Fields = JsonObject

// They say who asks and how to answer.
const notFields = new Set(['username', 'api_key', 'access_token', 'callback'])

/** The fields of the query. */
export function queryFields(request: FastifyRequest): Fields {
  return Object.fromEntries(Object.entries(queryOf(request)).filter(([name]) => !notFields.has(name)))
}

/**
 * The fields of the query and of the body, which goes first. A body is JSON or, as clients of the first versions send, a form,
 * whatever its content type says: real clients say application/json about nothing.
 */
export async function allFields(request: FastifyRequest): Promise<Fields> {
  const text = await readBodyText(request.raw)
  const isForm = mediaType(request.raw) === 'application/x-www-form-urlencoded' && !/^\s*[{[]/.test(text)
  return { ...queryFields(request), ...(isForm ? readForm(text) : readObject(text)) }
}

function readForm(text: string): Fields {
  const entries = [...new URLSearchParams(text.trim())]
  if (entries.flat().some(part => part.includes('\0'))) {
    throw new InvalidRequest('The body holds a NUL character: remove it.')
  }
  return Object.fromEntries(entries)
}

function readObject(text: string): Fields {
  if (text.trim() === '') return {}
  const body = readText(text, whole => parseJson(whole))
  // PHP writes an object without members so.
  if (Array.isArray(body) && body.length === 0) return {}
  if (!isObject(body)) throw new InvalidRequest('The body must be a JSON object')
  return body
}

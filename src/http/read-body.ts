import type { IncomingMessage } from 'node:http'
import { InvalidRequest, TooLarge, UnsupportedMediaType } from '../errors.ts'
import { parseHocon } from '../languages/hocon/parse-hocon.ts'
import { parseJson } from '../languages/json.ts'
import { LanguageError } from '../languages/language-error.ts'
import { limits } from './limits.ts'

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  'application/json': text => parseJson(text),
  'application/hocon': text => parseHocon(text)
}

/** `mayHoldNul`: nothing of the body is stored. */
type ReadOptions = { readonly mayHoldNul?: boolean }

/**
 * A request's body as a tree, by its content type; an empty one is an empty object. Throws UnsupportedMediaType, TooLarge,
 * or InvalidRequest with line and column. Fastify does not read bodies here: it answers 400 to an empty JSON body, which
 * real clients send, and tells no place of an error.
 */
export async function readBody(request: IncomingMessage, options: ReadOptions = {}): Promise<unknown> {
  requirePlain(request)
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = mediaType(request)
  const parse = Object.hasOwn(parsers, type) ? parsers[type] : undefined
  if (!parse) {
    throw new UnsupportedMediaType(
      `Send JSON with Content-Type: application/json, or HOCON with Content-Type: application/hocon${type && `, not ${type.slice(0, 100)}`}.`
    )
  }
  return readText(decode(bytes), parse, options)
}

/** The body as text, whatever its content type says; throws TooLarge, UnsupportedMediaType for a compressed one, and InvalidRequest. */
export async function readBodyText(request: IncomingMessage): Promise<string> {
  requirePlain(request)
  return decode(await readBytes(request))
}

/** The body as a tree whatever its content type says, or nothing when it is neither JSON nor HOCON nor form fields. */
export async function readAnyBody(request: IncomingMessage): Promise<unknown> {
  const text = decode(await readBytes(request))
  if (/^\s*[\w.-]+=[^\s"{[]+$/.test(text)) return Object.fromEntries(new URLSearchParams(text.trim()))
  try {
    return readText(text, parseHocon) // Every JSON text is a HOCON text.
  } catch (error) {
    if (error instanceof InvalidRequest) return undefined
    throw error
  }
}

/** `application/json` of `Application/JSON; charset=utf-8`; empty without the header. */
export function mediaType(request: IncomingMessage): string {
  const header = request.headers['content-type'] ?? ''
  return (header.split(';', 1)[0] ?? '').trim().toLowerCase()
}

function requirePlain(request: IncomingMessage) {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase()
  if (encoding && encoding !== 'identity') {
    throw new UnsupportedMediaType('Send the body uncompressed: Content-Encoding is understood by /import only.')
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new TooLarge(`A body may have ${limits.bodyBytes} bytes (4 MiB) at most.`)
  if (Number(request.headers['content-length']) > limits.bodyBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let length = 0
  const tooSlow = setTimeout(() => request.destroy(), limits.bodyS * 1000)
  try {
    // Leaving the loop must not destroy the stream: it would take the connection along, and the answer with it.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      length += chunk.length
      if (length > limits.bodyBytes) throw tooLarge()
      chunks.push(chunk)
    }
  } finally {
    clearTimeout(tooSlow)
  }
  return Buffer.concat(chunks, length)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InvalidRequest('The body is not valid UTF-8: save it as UTF-8 and send it again.')
  }
}

// PostgreSQL cannot store a NUL, and no id, label or name has a reason to carry one.
const nul = /\0|(?<!\\)(?:\\\\)*\\u0000/

/** What a parser makes of a text that came with a request; throws InvalidRequest with its sentence, and for a NUL. */
export function readText(
  text: string,
  parse: (text: string) => unknown,
  { mayHoldNul = false }: ReadOptions = {}
): unknown {
  if (!mayHoldNul && nul.test(text)) throw new InvalidRequest('The body holds a NUL character: remove it.')
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof LanguageError) throw new InvalidRequest(`${error.message}.`, { cause: error })
    throw error
  }
}

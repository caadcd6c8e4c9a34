import { PassThrough, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { InvalidRequest, UnsupportedMediaType } from '../errors.ts'
import { readObservedAt } from '../importers/observed-at.ts'
import { serviceNames } from '../model/ids.ts'
import type { ImportRequest } from './http-services.ts'
import { readQuery, wrongParameter } from './query.ts'
import { mediaType } from './read-body.ts'
import { queryOf } from './route.ts'

const text = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 1000, description }))

export const importQuery = Type.Object({
  format: text('The format of the file; recognised when left out.'),
  service: Type.Optional(
    Type.Enum(serviceNames, { description: `For ids without a service, one of: ${serviceNames.join(', ')}.` })
  ),
  observed_at: text(
    'For records without a time: when the file was written, as ISO 8601 or in milliseconds since 1970.'
  ),
  columns: text('Our fields and the columns that hold them: id=tweet_id,author=user_id'),
  time_zone: text('For times without a zone: an IANA name such as Europe/Lisbon.'),
  name: text('The name of the file.'),
  key: text('A name for this very import: when one with the same key was cut off, it goes on where that one ended.')
})

/** What the query of an import says. Throws InvalidRequest, and UnsupportedMediaType for a form in place of a file. */
export function readImportRequest(request: FastifyRequest): ImportRequest {
  const { observed_at, columns, time_zone, ...same } = readQuery(importQuery, queryOf(request))
  requireFile(request)
  return {
    ...same,
    columns: columnsOf(columns),
    ...(observed_at && { observedAt: timeOf(observed_at, time_zone) }),
    ...(time_zone && { timeZone: time_zone })
  }
}

function columnsOf(list = ''): Map<string, string> {
  const columns = new Map<string, string>()
  for (const pair of list.split(',').filter(pair => pair !== '')) {
    const [, field, column] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair) ?? []
    if (!field || !column) throw wrongParameter(importQuery, 'columns')
    if (columns.has(field))
      throw new InvalidRequest(`columns: ${field} is named twice; each of our fields has one column.`)
    columns.set(field, column)
  }
  return columns
}

function timeOf(observedAt: string, timeZone: string | undefined): number {
  const time = readObservedAt(observedAt, timeZone)
  if (time === undefined) throw wrongParameter(importQuery, 'observed_at')
  return time
}

function requireFile(request: FastifyRequest) {
  if (mediaType(request.raw).startsWith('multipart/')) {
    throw new UnsupportedMediaType('Send the file itself as the body (curl --data-binary @FILE), not as a form.')
  }
}

const openers: Readonly<Record<string, () => Transform>> = {
  identity: () => new PassThrough(),
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress
}

/**
 * The file's bytes, without their Content-Encoding. Never the request itself: an importer that gives up destroys what it reads,
 * and the connection must live to answer.
 */
export function bytesOf({ raw }: FastifyRequest): Readable {
  const encoding = raw.headers['content-encoding']?.trim().toLowerCase() || 'identity'
  const open = Object.hasOwn(openers, encoding) ? openers[encoding] : undefined
  if (!open) throw new UnsupportedMediaType('Content-Encoding: gzip, deflate, br or zstd.')
  const bytes = open()
  bytes.on('error', () => raw.unpipe(bytes)) // Whoever reads the bytes is told; nobody else needs to be.
  raw.once('error', error => bytes.destroy(error))
  raw.pipe(bytes)
  return bytes
}

/** What zlib says about damaged bytes is the caller's to mend. */
export function rethrowReadably(error: unknown): never {
  if (error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR__?BROTLI|ERR_ZSTD)/.test(String(error.code))) {
    throw new InvalidRequest('The body is not what its Content-Encoding says, or it is damaged.', { cause: error })
  }
  throw error
}

import { createInterface } from 'node:readline'

/** The JSON values of an NDJSON stream, one a line, as they arrive. */
export async function* readJsonLines(stream: NodeJS.ReadableStream): AsyncGenerator<unknown> {
  for await (const line of readLines(stream)) if (line.trim() !== '') yield JSON.parse(line)
}

/** The lines of a stream as they arrive, without their ends. */
export function readLines(stream: NodeJS.ReadableStream): AsyncIterable<string> {
  return createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
}

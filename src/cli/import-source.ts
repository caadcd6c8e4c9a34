import { createReadStream } from 'node:fs'
import { glob, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { InvalidRequest } from '../errors.ts'
import { fileKey } from '../importers/file-key.ts'
import { takeStdin } from './stdin.ts'

/** One thing to import: a file, or stdin. */
export type ImportSource = {
  /** What the summary calls it. */
  readonly name: string
  /** Nothing for stdin and pipes. */
  readonly totalBytes: number | undefined
  /** Opens it. Throws InvalidRequest when it cannot be read. */
  open(): Promise<OpenSource>
}

type OpenSource = {
  readonly body: Readable
  /** Tells the same file again, so that an interrupted import of it is resumed; nothing for stdin and pipes. */
  readonly key: string | undefined
  /** How much of it has been read. */
  sentBytes(): number
}

/**
 * The files of the arguments in their order; `-` is stdin, called by `stdinName`, and what is no file is taken for a pattern.
 * Throws InvalidRequest.
 */
export async function findSources(args: readonly string[], stdinName: string): Promise<ImportSource[]> {
  const found: ImportSource[] = []
  for (const argument of args) {
    if (argument === '-') found.push(stdinSource(stdinName))
    else for (const file of await matching(argument)) found.push(await fileSource(file))
  }
  return found
}

async function matching(argument: string): Promise<string[]> {
  const known = await stat(argument).catch(() => undefined)
  if (known?.isDirectory()) {
    throw new InvalidRequest(`${argument} is a folder: name its files, for instance '${path.join(argument, '*')}'.`)
  }
  if (known) return [argument]
  const files: string[] = []
  for await (const entry of glob(argument)) {
    const isFile = await stat(entry).then(
      found => !found.isDirectory(),
      () => false
    )
    if (isFile) files.push(entry)
  }
  if (files.length === 0) throw new InvalidRequest(`There is no file ${argument}.`)
  return files.map(file => path.relative('.', file)).sort()
}

export async function fileSource(file: string): Promise<ImportSource> {
  const found = await stat(file)
  // A pipe, such as the shell's <(…), can be read once: there is no looking at its ends.
  const isFile = found.isFile()
  return {
    name: file,
    totalBytes: isFile ? found.size : undefined,
    async open() {
      const key = isFile ? await keyOf(file) : undefined
      const body = createReadStream(file, { highWaterMark: 256 * 1024 })
      return { body, key, sentBytes: () => body.bytesRead }
    }
  }
}

async function keyOf(file: string): Promise<string> {
  try {
    return await fileKey(file)
  } catch (error) {
    throw new InvalidRequest(`${file} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

function stdinSource(name: string): ImportSource {
  const stdin = takeStdin()
  return {
    name,
    totalBytes: undefined,
    async open() {
      let sentBytes = 0
      const counted = new Transform({
        transform(bytes, _encoding, done) {
          sentBytes += bytes.length
          done(null, bytes)
        }
      })
      return { body: stdin.pipe(counted), key: undefined, sentBytes: () => sentBytes }
    }
  }
}

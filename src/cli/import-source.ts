import { createReadStream } from 'node:fs'
import { glob, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { InvalidRequest } from '../errors.ts'
import { fileKey } from '../importers/file-key.ts'
import { takeStdin } from './stdin.ts'

/** One thing to import: a file, or stdin. */
export type ImportSource = {
  /** What the summary calls it. */
  readonly name: string
  /** Nothing for stdin. */
  readonly totalBytes: number | undefined
  /** Tells the same file again, so that an interrupted import of it is resumed; nothing for stdin. */
  readonly key: string | undefined
  /** Opens it; `sentBytes` says how much of it has been read since. */
  open(): { readonly body: Readable; sentBytes(): number }
}

/** The files of the arguments in their order; `-` is stdin, and what is no file is taken for a pattern. Throws InvalidRequest. */
export async function findSources(args: readonly string[]): Promise<ImportSource[]> {
  const found: ImportSource[] = []
  for (const argument of args) {
    if (argument === '-') found.push(stdinSource())
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
  const entries = await Array.fromAsync(glob(argument, { withFileTypes: true }))
  const files = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  if (files.length === 0) throw new InvalidRequest(`There is no file ${argument}.`)
  return files.map(file => path.relative('.', file)).sort()
}

async function fileSource(file: string): Promise<ImportSource> {
  const { size } = await stat(file)
  return {
    name: file,
    totalBytes: size,
    key: await fileKey(file),
    open() {
      const body = createReadStream(file, { highWaterMark: 256 * 1024 })
      return { body, sentBytes: () => body.bytesRead }
    }
  }
}

function stdinSource(): ImportSource {
  const body = takeStdin()
  return {
    name: '-',
    totalBytes: undefined,
    key: undefined,
    open() {
      let sentBytes = 0
      body.on('data', chunk => {
        sentBytes += chunk.length
      })
      return { body, sentBytes: () => sentBytes }
    }
  }
}

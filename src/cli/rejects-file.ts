import { appendFile, readFile, rm } from 'node:fs/promises'
import { isObject, type JsonObject } from '../json-object.ts'

type RejectsWriter = {
  put(path: string, file: string, reject: JsonObject): Promise<void>
  /** What was put lies in its file once this resolves. */
  flush(): Promise<void>
}

const blockLength = 64 * 1024

/**
 * Writes rejected records into files, a line of JSON each, made when there is one. A file of an earlier run is replaced, unless
 * that run was interrupted in the same import and this one goes on behind it. It writes in blocks: line by line it would be
 * slower than an import, and the server does not keep for ever what nobody reads.
 */
export function rejectsWriter(): RejectsWriter {
  const begun = new Set<string>()
  let block = { path: '', text: '' }

  async function flush(): Promise<void> {
    const { path, text } = block
    block = { path, text: '' }
    if (text !== '') await appendFile(path, text)
  }

  return {
    flush,
    async put(path, file, reject) {
      if (!begun.has(path)) {
        begun.add(path)
        if (!goesOn(await lastLine(path), file, reject)) await rm(path, { force: true })
      }
      if (path !== block.path || block.text.length >= blockLength) await flush()
      block = { path, text: `${block.text}${JSON.stringify({ file, ...reject })}\n` }
    }
  }
}

function goesOn(last: unknown, file: string, reject: JsonObject): boolean {
  return isObject(last) && last.file === file && Number(last.record) < Number(reject.record)
}

async function lastLine(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).trimEnd().split('\n').at(-1) ?? '')
  } catch {
    return undefined // There is none, or it is not ours.
  }
}

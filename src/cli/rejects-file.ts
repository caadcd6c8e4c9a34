import { appendFile, readFile, rm } from 'node:fs/promises'
import { isMembers, type Members } from './views/result-shapes.ts'

/**
 * Writes rejected records into files, a line of JSON each, made when there is one. A file of an earlier run is replaced, unless
 * that run was interrupted in the same import and this one goes on behind it.
 */
export function rejectsWriter() {
  const begun = new Set<string>()
  return async (path: string, file: string, reject: Members): Promise<void> => {
    if (!begun.has(path)) {
      begun.add(path)
      if (!goesOn(await lastLine(path), file, reject)) await rm(path, { force: true })
    }
    await appendFile(path, `${JSON.stringify({ file, ...reject })}\n`)
  }
}

function goesOn(last: unknown, file: string, reject: Members): boolean {
  return isMembers(last) && last.file === file && Number(last.record) < Number(reject.record)
}

async function lastLine(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).trimEnd().split('\n').at(-1) ?? '')
  } catch {
    return undefined // There is none, or it is not ours.
  }
}

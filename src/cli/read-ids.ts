import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { InvalidRequest } from '../errors.ts'

/**
 * The ids of a command's arguments: ids themselves, `@file`, or `-` for stdin. A file holds ids separated by lines, spaces or
 * commas, where `#` begins a comment, or is JSON: a list of ids, or an object with `ids`.
 */
export async function readIds(args: readonly string[], takeStdin: () => Readable): Promise<string[]> {
  const lists = await Promise.all(
    args.map(async argument => {
      if (argument === '-') return idsOf(await text(takeStdin()))
      if (argument.startsWith('@')) return idsOf(await readIdFile(argument.slice(1)))
      return argument.split(',').filter(Boolean)
    })
  )
  return lists.flat()
}

async function readIdFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new InvalidRequest(`The file of ids ${file} cannot be read: ${(error as Error).message}.`, { cause: error })
  }
}

/** The ids in a text, as `readIds` describes it. */
export function idsOf(content: string): string[] {
  const start = content.trimStart()
  if (start.startsWith('[') || start.startsWith('{')) return idsOfJson(start)
  return content.split(/\r?\n/).flatMap(line =>
    line
      .replace(/#.*/, '')
      .split(/[\s,]+/)
      .filter(Boolean)
  )
}

function idsOfJson(content: string): string[] {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch (error) {
    throw new InvalidRequest(`The list of ids is no valid JSON: ${(error as Error).message}.`, { cause: error })
  }
  const list = Array.isArray(value) ? value : (value as { ids?: unknown }).ids
  if (!Array.isArray(list) || !list.every(id => typeof id === 'string')) {
    throw new InvalidRequest('The list of ids is JSON, but neither ["twitter:1", …] nor {"ids": ["twitter:1", …]}.')
  }
  return list
}

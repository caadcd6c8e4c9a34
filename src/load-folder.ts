import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * The default exports of a folder that is a list (job types, import formats, traits), in file-name order.
 * Tests beside the files are left out.
 */
export async function loadFolder<Item>(folder: string): Promise<Item[]> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts')).sort()
  const modules = await Promise.all(files.map(file => import(pathToFileURL(path.join(folder, file)).href)))
  return modules.map(module => module.default)
}

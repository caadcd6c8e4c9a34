import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { minFreeBytes } from '../../readiness.ts'
import { formatBytes } from '../text/figures.ts'
import { type Finding, note, ok, wrong, wrongBy } from './finding.ts'

const leastNode = 24
const littleSpaceBytes = 2 * 1024 ** 3

export function checkNode(version: string): Finding {
  const major = Number(version.split('.')[0])
  if (major >= leastNode) return ok('Node', version)
  return wrong(
    'Node',
    version,
    `Demograph needs Node ${leastNode} or newer; npm scripts bring their own: npm run demograph -- …`
  )
}

/** Whether the data folder, or the folder where it will be made, can be written, and what room there is. */
export async function checkFolder(home: string): Promise<Finding> {
  const exists = await isThere(home)
  const folder = exists ? home : await nearestFolder(home)
  try {
    if (!(await stat(folder)).isDirectory()) throw new Error(`${folder} is a file`)
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    return wrongBy(
      'data folder',
      error,
      'Give this user the right to write there, or set DEMOGRAPH_HOME to another folder.'
    )
  }
  const space = await statfs(folder)
  const freeBytes = space.bavail * space.bsize
  const found = `${home}, ${exists ? 'writable' : 'made at the first start'}, ${formatBytes(freeBytes)} free`
  if (freeBytes < minFreeBytes) return wrong('data folder', found, 'Make room: imports and results need it.')
  if (freeBytes < littleSpaceBytes) return note('data folder', found, 'A large import may need more room than that.')
  return ok('data folder', found)
}

async function nearestFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder)
  return parent === folder || (await isThere(parent)) ? parent : nearestFolder(parent)
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false
  )
}

/** Whether a server could listen there now. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  const probe = createServer()
  const { promise, resolve } = Promise.withResolvers<Finding>()
  const where = `${port} of ${host}`
  probe.once('error', error => resolve(wrongBy('port', error, portTodo('code' in error ? error.code : '', where))))
  probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(ok('port', `${where} is free`))))
  return promise
}

function portTodo(code: unknown, where: string): string {
  if (code === 'EADDRINUSE')
    return `Another program listens at port ${where}: choose another with PORT or serve --port.`
  if (code === 'EACCES')
    return `This user may not listen at port ${where}: choose one from 1024 on with PORT or serve --port.`
  return 'Choose an address of this machine with HOST or serve --host; 0.0.0.0 = all.'
}

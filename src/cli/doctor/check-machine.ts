import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { formatBytes } from '../text/figures.ts'
import { type Finding, note, ok, wrong, wrongBy } from './finding.ts'

const leastNode = 24
const littleSpaceBytes = 2 * 1024 ** 3
const tooLittleSpaceBytes = 200 * 1024 ** 2

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
  const exists = await stat(home).then(
    found => found.isDirectory(),
    () => false
  )
  const folder = exists ? home : await nearestFolder(home)
  try {
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
  if (freeBytes < tooLittleSpaceBytes) return wrong('data folder', found, 'Make room: imports and results need it.')
  if (freeBytes < littleSpaceBytes) return note('data folder', found, 'A large import may need more room than that.')
  return ok('data folder', found)
}

async function nearestFolder(folder: string): Promise<string> {
  const parent = path.dirname(folder)
  const exists = await stat(parent).then(
    () => true,
    () => false
  )
  return exists || parent === folder ? parent : nearestFolder(parent)
}

/** Whether a server could listen there now. */
export async function checkPort(host: string, port: number): Promise<Finding> {
  const probe = createServer()
  const { promise, resolve } = Promise.withResolvers<Finding>()
  const where = `${port} of ${host}`
  probe.once('error', error =>
    resolve(
      wrongBy('port', error, `Another program listens at port ${where}: choose another with PORT or serve --port.`)
    )
  )
  probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(ok('port', `${where} is free`))))
  return promise
}

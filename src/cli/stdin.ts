import { type ChildProcess, spawn } from 'node:child_process'
import { PassThrough, type Readable } from 'node:stream'
import { leaveStdin } from '../store/leave-stdin.ts'

let reader: ChildProcess | undefined

/**
 * What comes on stdin, through a `cat` that inherits it. The embedded warehouse lives in this process and takes
 * file descriptor 0 away as it opens.
 */
export function takeStdin(): Readable {
  const cat = spawn('cat', { stdio: ['inherit', 'pipe', 'inherit'] })
  reader = cat
  leaveStdin()
  // Node throws away what an ended child left unread, unless it stands in a stream of our own.
  return cat.stdout.pipe(new PassThrough())
}

/** Reads no more of stdin: a command that has failed does not wait for whoever still writes to it. */
export function endStdin(): void {
  reader?.kill()
}

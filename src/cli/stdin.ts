import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { isatty } from 'node:tty'

let isLeft = false
let reader: ChildProcess | undefined

/**
 * What comes on stdin, through a `cat` that inherits it. The embedded warehouse lives in this process and looks at file
 * descriptor 0 by itself: an INSERT fails when bytes are waiting there.
 */
export function takeStdin(): Readable {
  const cat = spawn('cat', { stdio: ['inherit', 'pipe', 'inherit'] })
  reader = cat
  leaveStdin()
  // Node throws away what an ended child left unread, unless it stands in a stream of our own.
  return cat.stdout.pipe(new PassThrough())
}

/** Puts /dev/null in stdin's place before the engines open, also for `while read file; do demograph import "$file"; done < list`. */
export function leaveStdin(): void {
  if (isLeft || isatty(0)) return
  isLeft = true
  closeSync(0)
  openSync('/dev/null', 'r') // The lowest free number is taken, which is 0.
}

/** Reads no more of stdin: a command that has failed does not wait for whoever still writes to it. */
export function endStdin(): void {
  reader?.kill()
}

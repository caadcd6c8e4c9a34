import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { isatty } from 'node:tty'

let isLeft = false

/**
 * What comes on stdin, through a `cat` that inherits it. The embedded warehouse lives in this process and looks at file
 * descriptor 0 by itself: an INSERT fails when bytes are waiting there.
 */
export function takeStdin(): Readable {
  const cat = spawn('cat', { stdio: ['inherit', 'pipe', 'inherit'] })
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

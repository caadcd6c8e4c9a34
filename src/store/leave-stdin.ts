import { closeSync, openSync } from 'node:fs'
import { isatty } from 'node:tty'

let isLeft = false

/**
 * Puts /dev/null in stdin's place, unless it is a terminal. chDB looks at file descriptor 0 by itself: an INSERT fails when
 * bytes are waiting there, and now and then waits for ever for a pipe into which nobody writes (docs/decisions/0009).
 */
export function leaveStdin(): void {
  if (isLeft || isatty(0)) return
  isLeft = true
  closeSync(0)
  openSync('/dev/null', 'r') // The lowest free number is taken, which is 0.
}

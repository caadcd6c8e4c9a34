import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * How the command line finds the server that runs over the same data folder: its address and a token that is made anew at
 * each start, works as an admin's, is kept in memory only and in this file, which only the owner can read.
 */
export type RunningServer = {
  readonly url: string
  readonly token: string
  readonly pid: number
  /** With HTTPS: the server's own certificate, PEM, so that the token is given to this server and no other. */
  readonly certificate?: string
}

const fileOf = (home: string) => path.join(home, 'server.json')

/** Leaves the note in the data folder, and takes it back when it is disposed. */
export function noteServer(home: string, server: RunningServer): Disposable {
  writeFileSync(fileOf(home), JSON.stringify(server), { mode: 0o600 })
  return { [Symbol.dispose]: () => rmSync(fileOf(home), { force: true }) }
}

/** The server that left its note and is still alive, if there is one. */
export function findServer(home: string): RunningServer | undefined {
  try {
    const server: RunningServer = JSON.parse(readFileSync(fileOf(home), 'utf8')) // Written by noteServer.
    process.kill(server.pid, 0)
    return server
  } catch {
    return undefined // No note, or its writer is gone.
  }
}

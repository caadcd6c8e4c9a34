import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Conflict } from '../errors.ts'
import { sqliteBusy, sqliteCode } from './sqlite-code.ts'
import { tellingFullDisk } from './telling-full-disk.ts'

/** Who holds a data folder. */
type Holder = { readonly pid: number; readonly host: string; readonly since: string }

/**
 * Takes the data folder for this process until it is disposed; throws Conflict naming the holder. The lock is SQLite's
 * own file lock on `lock.db`: the operating system frees it when the process dies, so it is never stale.
 */
export function lockHome(home: string): Disposable {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const holderFile = path.join(home, 'holder.json')
  const lock = new DatabaseSync(path.join(home, 'lock.db'))
  try {
    tellingFullDisk(() => lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE'))
  } catch (error) {
    lock.close()
    if (sqliteCode(error) !== sqliteBusy) throw error
    throw new Conflict(
      `The data folder ${home} is held by ${describe(readHolder(holderFile))}. Stop it first, or set DEMOGRAPH_HOME to another folder.`,
      { cause: error }
    )
  }
  const holder: Holder = { pid: process.pid, host: os.hostname(), since: new Date().toISOString() }
  tellingFullDisk(() => writeFileSync(holderFile, JSON.stringify(holder)))
  return { [Symbol.dispose]: () => lock.close() }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // The holder is between taking the lock and writing its name.
  }
}

function describe(holder: Holder | undefined): string {
  return holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : 'another process'
}

import { Unavailable } from '../errors.ts'
import { sqliteCode, sqliteFull, sqliteIoError } from './sqlite-code.ts'

/** Runs what writes into the data folder; a disk that takes nothing more is told as Unavailable, with what to do. */
export function tellingFullDisk<Result>(write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    const code = sqliteCode(error)
    const isFull = code === sqliteFull || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    if (!isFull && code !== sqliteIoError) throw error
    const [problem, remedy] = isFull ? ['is full', 'Free space'] : ['cannot be read or written', 'See to it']
    throw new Unavailable(`The disk of the data folder ${problem}, so nothing was stored. ${remedy}, then try again.`, {
      cause: error
    })
  }
}

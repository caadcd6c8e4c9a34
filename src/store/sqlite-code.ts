export const sqliteBusy = 5
export const sqliteIoError = 10
export const sqliteFull = 13

/** Read-only, I/O error, damaged, full, cannot be opened, not a database: the file or its disk, and not a statement of ours. */
const storageCodes = [8, sqliteIoError, 11, sqliteFull, 14, 26]

/** SQLite's primary result code of an error of its own; the rest of `errcode` says which kind. */
export function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
}

/** Whether SQLite could not work with its file. */
export function isStorageError(error: unknown): error is Error {
  return storageCodes.includes(sqliteCode(error) ?? 0)
}

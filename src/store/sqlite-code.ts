export const sqliteBusy = 5
export const sqliteIoError = 10
export const sqliteFull = 13

/** SQLite's primary result code of an error of its own; the rest of `errcode` says which kind. */
export function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
}

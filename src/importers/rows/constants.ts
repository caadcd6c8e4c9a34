/** `--columns type==like`: what follows the second sign is no column, but the value in every row. */
export function isConstant(column: string): boolean {
  return column.startsWith('=')
}

/** Our field → the value that every row has. */
export function constantsOf(columns: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...columns].filter(([, column]) => isConstant(column)).map(([field, column]) => [field, column.slice(1)])
  )
}

import type { SqlParams } from '../store/warehouse.ts'

/** Values that a statement which is put together at run time binds, each under a name of its own. */
export type BoundValues = {
  /** The placeholder of a value of a ClickHouse type: `{v0:String}`. */
  bind(value: unknown, type: string): string
  /** Constants under the names that a fixed piece of SQL gave them. */
  add(params: SqlParams): void
  readonly params: SqlParams
}

export function boundValues(): BoundValues {
  const params: SqlParams = {}
  let count = 0
  return {
    bind(value, type) {
      const name = `v${count++}`
      params[name] = value
      return `{${name}:${type}}`
    },
    add: more => void Object.assign(params, more),
    params
  }
}

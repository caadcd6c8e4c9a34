/** The value that a row or object has for one of our fields; undefined where it has none. */
export type Cell = (field: string) => unknown

import type { Warehouse } from './warehouse.ts'

/** Rows of one table on their way into the warehouse, as TabSeparated text. */
export type RowBuffer = {
  readonly bytes: number
  /** Adds one row: fields joined by tabs, with its line end. */
  add(row: string): void
  /** Empties the buffer and resolves when the rows that were in it are durable. */
  flush(warehouse: Warehouse): Promise<void>
}

// Short texts are joined by the engine's ropes, which become slow and large when they are never flattened.
const pieceLength = 1 << 20

export function createRowBuffer(table: string, columns: readonly string[]): RowBuffer {
  let piece = ''
  let pieces: Buffer[] = []
  let pieceBytes = 0
  const cut = () => {
    const buffer = Buffer.from(piece)
    pieces.push(buffer)
    pieceBytes += buffer.length
    piece = ''
  }
  return {
    get bytes() {
      return pieceBytes + piece.length
    },
    add(row) {
      piece += row
      if (piece.length >= pieceLength) cut()
    },
    async flush(warehouse) {
      if (piece !== '') cut()
      if (pieceBytes === 0) return
      const body = Buffer.concat(pieces)
      pieces = []
      pieceBytes = 0
      await warehouse.insert(table, columns, 'TabSeparated', body)
    }
  }
}

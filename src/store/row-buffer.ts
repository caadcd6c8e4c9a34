import type { Warehouse } from './warehouse.ts'

/** Rows on their way into the warehouse, as TabSeparated text. */
type RowBuffer = {
  readonly bytes: number
  /** Adds one row: fields joined by tabs, with its line end. */
  add(row: string): void
  /** Empties the buffer and resolves when the rows that were in it are durable in every table. */
  flush(warehouse: Warehouse): Promise<void>
}

// Joined texts stay chains of their parts until they are written out; measured, short chains are twice as fast as long ones.
const pieceLength = 1 << 14

/** One buffer may fill several tables that hold the same columns, each in its own order. */
export function createRowBuffer(tables: readonly string[], columns: readonly string[]): RowBuffer {
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
      await Promise.all(tables.map(table => warehouse.insert(table, columns, 'TabSeparated', body)))
    }
  }
}

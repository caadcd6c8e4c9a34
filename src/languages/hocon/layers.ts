import type { AppendNode, Node, ObjectNode } from './tree.ts'

/** An object with the values of all its layers lying over one another, none of them evaluated yet. */
export type View = { readonly kind: 'view'; readonly cells: ReadonlyMap<string, Cell> }

/** One key's values in the order in which they were set, and the state of its evaluation. */
export type Cell = {
  readonly kind: 'cell'
  readonly entries: Entry[]
  /** The entry under evaluation, or -1: whoever asks for this cell meanwhile gets what lies below that entry. */
  at: number
  /** What the entries below the given one were found to come to, by its index. */
  readonly results: ({ readonly value: Value | undefined } | undefined)[]
}

export type Entry = Node | Appended | Cell

/** The values of `+=` fields in a row. */
export type Appended = { readonly kind: 'append'; readonly items: Node[]; readonly offset: number }

/** A value whose own kind is known, whatever may still have to be evaluated inside it. */
export type Value = Exclude<Node, { kind: 'concat' | 'substitution' | 'array' }> | ArrayValue | View

export type ArrayValue = { readonly kind: 'array'; readonly items: readonly (Node | Cell)[] }

export type Layer = ObjectNode | View

export function isLayer(value: Value | undefined): value is Layer {
  return typeof value === 'object' && value !== null && (value.kind === 'object' || value.kind === 'view')
}

export function isView(value: Value | undefined): value is View {
  return isLayer(value) && value.kind === 'view'
}

export function isArray(value: Value | undefined): value is ArrayValue {
  return typeof value === 'object' && value !== null && value.kind === 'array'
}

/** Lays objects over one another, the lowest first. `count` is told the number of fields before they are laid. */
export function layOver(layers: readonly Layer[], count: (fields: number) => void): View {
  const [only] = layers
  if (layers.length === 1 && only?.kind === 'view') return only
  const cells = new Map<string, Cell>()
  for (const layer of layers) {
    if (layer.kind === 'view') {
      count(layer.cells.size)
      for (const [key, cell] of layer.cells) lay(cells, key, cell)
    } else {
      count(layer.fields.length)
      for (const { key, value } of layer.fields) lay(cells, key, value)
    }
  }
  return { kind: 'view', cells }
}

function lay(cells: Map<string, Cell>, key: string, added: Node | AppendNode | Cell) {
  const cell = cells.get(key)
  if (cell) layOn(cell.entries, added)
  else cells.set(key, { kind: 'cell', entries: [entryOf(added)], at: -1, results: [] })
}

function layOn(entries: Entry[], added: Node | AppendNode | Cell) {
  const top = entries.at(-1)
  if (isAppend(added) && isAppend(top)) {
    for (const item of added.items) top.items.push(item)
    return
  }
  // Nothing can be seen through a scalar or an array: dropping what they hide keeps long lists of settings short.
  if (isOpaque(added)) entries.length = 0
  entries.push(entryOf(added))
}

// A copy where the cell would otherwise add to the tree's own array.
function entryOf(added: Node | AppendNode | Cell): Entry {
  return isAppend(added) ? { ...added, items: [...added.items] } : added
}

export function isAppend<T>(entry: T): entry is Extract<T, { kind: 'append' }> {
  return typeof entry === 'object' && entry !== null && 'kind' in entry && entry.kind === 'append'
}

function isOpaque(entry: Node | AppendNode | Cell) {
  return typeof entry !== 'object' || entry === null || entry.kind === 'number' || entry.kind === 'array'
}

/**
 * An object such as { "0": a, "2": b } as the array it stands for where an array is needed; undefined if it has no such
 * keys.
 */
export function itemsOfNumbered({ cells }: View): Cell[] | undefined {
  const numbered = [...cells].filter(([key]) => /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 31)
  if (numbered.length === 0) return undefined
  return numbered.sort(([a], [b]) => Number(a) - Number(b)).map(([, cell]) => cell)
}

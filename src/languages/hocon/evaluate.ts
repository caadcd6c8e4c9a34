import { joinValues } from './join-values.ts'
import { type Appended, type Cell, isAppend, isLayer, isView, type Layer, layOver, type Value } from './layers.ts'
import { charge, enter, expectedAt, type Resolution } from './resolution.ts'
import type { ConcatNode, Node, SubstitutionNode } from './tree.ts'

/**
 * Finds what a node or cell stands for, no deeper than needed to tell its kind; undefined if optional substitutions
 * leave nothing.
 */
export function evaluate(resolution: Resolution, source: Node | Cell): Value | undefined {
  if (typeof source !== 'object' || source === null) return source
  switch (source.kind) {
    case 'cell':
      return valueOfCell(resolution, source)
    case 'substitution':
      return lookUp(resolution, source)
    case 'concat':
      return joined(resolution, source)
    default:
      return source
  }
}

// A substitution sees the final value of what it names. Only where that value is just being worked out, and so
// depends on this very substitution, does it look back to the values set before.
function valueOfCell(resolution: Resolution, cell: Cell): Value | undefined {
  return valueBelow(resolution, cell, cell.at >= 0 ? cell.at : cell.entries.length)
}

// What the entries below `top` come to, worked out once: the highest that has a value, or as many objects as lie over
// one another.
function valueBelow(resolution: Resolution, cell: Cell, top: number): Value | undefined {
  const known = cell.results[top]
  if (known) return known.value
  enter(resolution)
  const outer = cell.at
  const value = highestValue(resolution, cell, top)
  cell.at = outer
  resolution.depth--
  cell.results[top] = { value }
  return value
}

function highestValue(resolution: Resolution, cell: Cell, top: number): Value | undefined {
  const layers: Layer[] = []
  let value: Value | undefined
  for (cell.at = top - 1; cell.at >= 0; cell.at--) {
    charge(resolution, 1)
    value = valueOfEntry(resolution, cell)
    if (isLayer(value)) layers.push(value)
    else if (value !== undefined) break
  }
  return layers.length > 0 ? layOver(layers.reverse(), fields => charge(resolution, fields)) : value
}

function valueOfEntry(resolution: Resolution, cell: Cell) {
  const entry = cell.entries[cell.at]
  if (entry === undefined) return undefined
  return isAppend(entry) ? appended(resolution, cell, entry) : evaluate(resolution, entry)
}

function appended(resolution: Resolution, cell: Cell, { items, offset }: Appended) {
  resolution.offset = offset
  const earlier = valueBelow(resolution, cell, cell.at)
  return joinValues(resolution, offset, [
    { space: '', value: earlier },
    { space: '', value: { kind: 'array', items } }
  ])
}

function joined(resolution: Resolution, { parts, offset }: ConcatNode) {
  const values = parts.map(({ space, node }) => ({ space, value: evaluate(resolution, node) }))
  return joinValues(resolution, offset, values)
}

function lookUp(resolution: Resolution, { path, optional, offset }: SubstitutionNode): Value | undefined {
  resolution.offset = offset
  charge(resolution, path.length)
  let value: Value | undefined = resolution.root
  let isCyclic = false
  for (const key of path) {
    const cell: Cell | undefined = isView(value) ? value.cells.get(key) : undefined
    isCyclic = cell !== undefined && cell.at >= 0
    value = cell && valueOfCell(resolution, cell)
  }
  if (value !== undefined || optional) return value
  const found = isCyclic ? 'one that depends on itself' : 'none (the environment is not read)'
  throw expectedAt(resolution, offset, `a value for \${${path.join('.')}} in this text`, found)
}

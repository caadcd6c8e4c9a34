import type { Limits } from '../limits.ts'
import { evaluate } from './evaluate.ts'
import { type ArrayValue, type Cell, type Entry, isArray, isLayer, type Layer, layOver, type Value } from './layers.ts'
import { charge, expectedAt, type Resolution } from './resolution.ts'
import { numberOf } from './scalar.ts'
import type { ArrayNode, Node, ObjectNode } from './tree.ts'

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }

/**
 * Tree → plain values with every substitution filled in. Objects have no prototype, and none of the answer is shared: a
 * value that is named twice is there twice.
 */
export function resolve(text: string, tree: ArrayNode | ObjectNode, limits: Limits): unknown {
  const root = tree.kind === 'object' ? layOver([tree], () => {}) : undefined
  const resolution: Resolution = { text, limits, root, size: 0, depth: 0, offset: 0 }
  return build({ resolution, open: new Set() }, root ?? tree)
}

// `open`: the arrays and objects that are being built around the current value.
type Site = { readonly resolution: Resolution; readonly open: Set<Value> }

function build(site: Site, value: Value): Plain {
  if (isArray(value)) return within(site, value, () => buildArray(site, value))
  if (isLayer(value)) return within(site, value, () => buildObject(site, value))
  const plain = typeof value === 'object' && value !== null ? numberOf(value) : value
  charge(site.resolution, typeof plain === 'string' ? 1 + plain.length : 1)
  return plain
}

function within(site: Site, value: Value, buildIt: () => Plain): Plain {
  charge(site.resolution, 8)
  site.open.add(value)
  const plain = buildIt()
  site.open.delete(value)
  return plain
}

function buildArray(site: Site, array: ArrayValue): Plain[] {
  const plain: Plain[] = []
  for (const item of array.items) {
    const value = member(site, item)
    if (value !== undefined) plain.push(build(site, value))
  }
  return plain
}

function buildObject(site: Site, layer: Layer): { [key: string]: Plain } {
  const plain: { [key: string]: Plain } = Object.create(null)
  for (const [key, cell] of layOver([layer], fields => charge(site.resolution, fields)).cells) {
    charge(site.resolution, 1 + key.length)
    const value = member(site, cell)
    if (value !== undefined) plain[key] = build(site, value)
  }
  return plain
}

// The value of an element or field; undefined if it vanishes.
function member({ resolution, open }: Site, source: Node | Cell): Value | undefined {
  const value = evaluate(resolution, source)
  if (!isArray(value) && !isLayer(value)) return value
  if (open.has(value)) {
    if (isOptional(source)) return undefined
    throw expectedAt(resolution, offsetOf(source), 'a value that does not contain itself', 'one that does')
  }
  const { maxDepth } = resolution.limits
  if (open.size < maxDepth) return value
  throw expectedAt(
    resolution,
    offsetOf(source),
    `at most ${maxDepth} levels of nesting once substitutions are filled in`,
    'more'
  )
}

function isOptional(source: Entry): boolean {
  if (typeof source !== 'object' || source === null) return false
  if (source.kind === 'cell') return source.entries.every(isOptional)
  return source.kind === 'substitution' && source.optional
}

function offsetOf(source: Entry | undefined): number {
  if (typeof source !== 'object' || source === null) return 0
  if (source.kind === 'cell') return offsetOf(source.entries.at(-1))
  return 'offset' in source ? source.offset : 0
}

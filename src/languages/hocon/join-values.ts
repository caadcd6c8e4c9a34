import {
  type ArrayValue,
  type Cell,
  isArray,
  isLayer,
  itemsOfNumbered,
  type Layer,
  layOver,
  type Value
} from './layers.ts'
import { charge, expectedAt, type Resolution } from './resolution.ts'
import type { Node } from './tree.ts'

type Part = { readonly space: string; readonly value: Value | undefined }

/**
 * Values side by side: scalars become one string, objects are laid over one another, arrays follow one another.
 * Undefined if optional substitutions leave nothing at all.
 */
export function joinValues(resolution: Resolution, offset: number, parts: readonly Part[]): Value | undefined {
  const present = parts.map(part => part.value).filter(value => value !== undefined)
  if (present.length === 0 && parts.every(part => part.space === '')) return undefined
  const containers = present.filter(value => isArray(value) || isLayer(value))
  if (containers.length === 0) return joinText(resolution, parts)
  if (containers.length === present.length) return joinContainers(resolution, offset, containers)
  throw expectedAt(resolution, offset, 'only arrays, only objects or only plain values side by side', 'a mixture')
}

function joinText(resolution: Resolution, parts: readonly Part[]): string {
  let text = ''
  for (const { space, value } of parts) {
    const piece = space + (value === undefined ? '' : asWritten(value))
    charge(resolution, 1 + piece.length)
    text += piece
  }
  return text
}

function asWritten(value: Value) {
  return typeof value === 'object' && value !== null && value.kind === 'number' ? value.text : String(value)
}

// From the left, pair by pair: objects stay one object until an array follows, which makes an array of them.
function joinContainers(resolution: Resolution, offset: number, values: readonly (ArrayValue | Layer)[]): Value {
  const layers: Layer[] = []
  let items: (Node | Cell)[] | undefined
  const add = (value: ArrayValue | Layer) => {
    items ??= []
    for (const item of itemsOf(resolution, offset, value)) items.push(item)
  }
  for (const value of values) {
    if (isLayer(value) && !items) layers.push(value)
    else {
      if (!items && layers.length > 0) add(overlaid(resolution, layers))
      add(value)
    }
  }
  return items ? { kind: 'array', items } : overlaid(resolution, layers)
}

function overlaid(resolution: Resolution, layers: readonly Layer[]) {
  return layOver(layers, fields => charge(resolution, fields))
}

function itemsOf(resolution: Resolution, offset: number, value: ArrayValue | Layer): readonly (Node | Cell)[] {
  const view = isArray(value) ? undefined : overlaid(resolution, [value])
  charge(resolution, isArray(value) ? value.items.length : (view?.cells.size ?? 0))
  const items = isArray(value) ? value.items : view && itemsOfNumbered(view)
  if (items) return items
  throw expectedAt(resolution, offset, 'an array beside an array', 'an object')
}

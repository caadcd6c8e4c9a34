import type { TraitName } from '../model/traits.ts'

type Orderable = { readonly name: TraitName; readonly needs?: readonly TraitName[] }

/** Traits in an order in which each stands behind those that it needs; equals as they were. Throws where needs go in a circle. */
export function inOrderOfNeeds<Trait extends Orderable>(traits: readonly Trait[]): Trait[] {
  const ordered: Trait[] = []
  const waiting = [...traits]
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      trait => !waiting.some(other => other !== trait && trait.needs?.includes(other.name))
    )
    const [trait] = waiting.splice(next, 1)
    if (next < 0 || !trait) throw new TypeError(`the needs of ${waiting.map(({ name }) => name)} go in a circle`)
    ordered.push(trait)
  }
  return ordered
}

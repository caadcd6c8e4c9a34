import type { TraitName } from '../../model/traits.ts'
import { tagTarget, tagTreePrefix } from './tag-target.ts'
import type { Targets } from './target.ts'
import { fbTargets } from './vocabularies/fb.ts'
import { interactionTargets } from './vocabularies/interaction.ts'
import { languageTargets } from './vocabularies/language.ts'
import { liTargets } from './vocabularies/li.ts'
import { linkTargets } from './vocabularies/links.ts'
import { twitterTargets } from './vocabularies/twitter.ts'

/** One list a file of vocabularies/. To add one: a file there, and its name here. */
const vocabularies = [interactionTargets, linkTargets, languageTargets, twitterTargets, fbTargets, liTargets]

/** All targets that stand on no trait of `off`. Names of every network are there on every server: they read the same columns. */
export function loadTargets(off: readonly TraitName[]): Targets {
  const all = vocabularies.flat().filter(({ trait }) => trait === undefined || !off.includes(trait))
  const byName = new Map(all.map(target => [target.name, target]))
  return {
    all,
    find: name => byName.get(name) ?? (name.startsWith(tagTreePrefix) ? tagTarget(name) : undefined)
  }
}

/** Up to three known names that a wrong one is most like, for an error. */
export function nearestNames({ all }: Targets, name: string): string[] {
  return all
    .map(target => ({ name: target.name, distance: distanceBetween(target.name, name.slice(0, longestName)) }))
    .sort((one, other) => one.distance - other.distance || (one.name < other.name ? -1 : 1))
    .slice(0, 3)
    .map(known => known.name)
}

const longestName = 60

/** How many letters to insert, remove or replace. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const replaced = (row[j] as number) + (one[i] === other[j] ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    }
    row = next
  }
  return row[other.length] as number // A row has a place more than the word has letters.
}

import type { TraitName } from './traits.ts'

/** The members of requests, results and schemas in which each trait shows: switched off, it stands in none of them. */
const membersOf: Readonly<Record<TraitName, readonly string[]>> = {
  account_type: ['account_type'],
  adult: ['adult'],
  birthyear: ['birthyear'],
  devices: ['devices', 'os', 'device'],
  domains: ['top_domains'],
  gender: ['gender'],
  influence: ['influence'],
  interestingness: ['interestingness'],
  interests: ['interests', 'top_interests', 'categoryInfluencerRankings'],
  languages: ['languages', 'top_languages', 'language'],
  name: ['vcard', 'given_name', 'family_name', 'honorific_prefix'],
  place: ['place', 'top_continents', 'top_countries', 'top_global_metro_areas', 'top_us_metro_areas'],
  sentiment: ['sentiment'],
  spam: ['spam', 'spam_like']
}

/** The names of all members that the given traits fill. */
export function membersOfTraits(traits: readonly TraitName[]): ReadonlySet<string> {
  return new Set(traits.flatMap(trait => membersOf[trait]))
}

/** A tree of JSON, or a JSON Schema of one, without the members of these names; `required` forgets them, too. */
export function withoutMembers<Tree>(tree: Tree, members: ReadonlySet<string>): Tree {
  if (members.size === 0) return tree
  return pruned(tree, members) as Tree // Optional members only are taken away.
}

function pruned(node: unknown, members: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map(item => pruned(item, members))
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([name]) => !members.has(name))
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === 'required' && Array.isArray(value)
        ? value.filter(member => !members.has(member))
        : pruned(value, members)
    ])
  )
}

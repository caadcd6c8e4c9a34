import type { Interest } from '../../../src/model/interests.ts'

/** Interests so near that evidence for one is some for the others. */
const families: readonly (readonly Interest[])[] = [
  ['major_sports', 'other_sports', 'extreme_sports', 'leisure_sports'],
  ['movies', 'tv', 'multimedia'],
  ['fitness', 'health_care', 'nutrition'],
  ['food', 'beverages', 'cooking'],
  ['business', 'small_business', 'finance', 'marketing'],
  ['current_events', 'politics', 'environmentalism', 'military', 'charity'],
  ['computers', 'consumer_electronics', 'science'],
  ['art', 'design', 'dance', 'crafts', 'reading'],
  ['fashion', 'beauty', 'shopping'],
  ['family', 'parenting'],
  ['school_life', 'higher_education'],
  ['travel', 'outdoor_recreation'],
  ['gaming', 'toys_and_games']
]

/** The number of an interest's family, -1 when it has none. */
export function kinOf(interest: Interest): number {
  return families.findIndex(family => family.includes(interest))
}

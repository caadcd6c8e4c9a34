import { type Interest, interests } from '../../../src/model/interests.ts'

/**
 * The labels of X-Topic and the interests that mean each; the first is said where no term tells which. `Diaries & Daily Life` and
 * `Other Hobbies` have none, and these interests have no label: animals, automotive, crafts, home_and_garden, humor, local_life,
 * religion, shopping, toys_and_games.
 */
export const topics: readonly { readonly name: string; readonly interests: readonly Interest[] }[] = [
  { name: 'Arts & Culture', interests: ['art', 'design', 'dance', 'reading'] },
  { name: 'Business & Entrepreneurs', interests: ['business', 'finance', 'marketing', 'small_business'] },
  { name: 'Celebrity & Pop Culture', interests: ['pop_culture'] },
  { name: 'Family', interests: ['family', 'parenting'] },
  { name: 'Fashion & Style', interests: ['fashion', 'beauty'] },
  { name: 'Film, TV & Video', interests: ['tv', 'movies', 'multimedia'] },
  { name: 'Fitness & Health', interests: ['fitness', 'health_care', 'nutrition'] },
  { name: 'Food & Dining', interests: ['food', 'beverages', 'cooking'] },
  { name: 'Gaming', interests: ['gaming'] },
  { name: 'Learning & Educational', interests: ['higher_education'] },
  { name: 'Music', interests: ['music'] },
  {
    name: 'News & Social Concern',
    interests: ['current_events', 'politics', 'charity', 'environmentalism', 'military']
  },
  { name: 'Relationships', interests: ['dating'] },
  { name: 'Science & Technology', interests: ['science', 'computers', 'consumer_electronics'] },
  { name: 'Sports', interests: ['major_sports', 'other_sports', 'extreme_sports', 'leisure_sports'] },
  { name: 'Travel & Adventure', interests: ['travel', 'outdoor_recreation'] },
  { name: 'Youth & Student Life', interests: ['school_life'] }
]

export const numbersOf = (names: readonly Interest[]) => names.map(name => interests.indexOf(name))

/** The label that an interest stands for, if any. */
export function topicOf(interest: Interest): string | undefined {
  return topics.find(topic => topic.interests.includes(interest))?.name
}

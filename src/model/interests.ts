/** The 50 interests of the public schemas, in their order. */
export const interests = [
  ...['animals', 'art', 'automotive', 'beauty', 'beverages', 'business', 'charity', 'computers'],
  ...['consumer_electronics', 'cooking', 'crafts', 'current_events', 'dance', 'dating', 'design', 'environmentalism'],
  ...['extreme_sports', 'family', 'fashion', 'finance', 'fitness', 'food', 'gaming', 'health_care'],
  ...['higher_education', 'home_and_garden', 'humor', 'leisure_sports', 'local_life', 'major_sports', 'marketing'],
  ...['military', 'movies', 'multimedia', 'music', 'nutrition', 'other_sports', 'outdoor_recreation', 'parenting'],
  ...['politics', 'pop_culture', 'reading', 'religion', 'school_life', 'science', 'shopping', 'small_business'],
  ...['toys_and_games', 'travel', 'tv']
] as const

export type Interest = (typeof interests)[number]

/** Topics of posts that say too much of a person: they are left out of single profiles unless the operator allows them. */
export const sensitiveInterests: readonly Interest[] = ['politics', 'religion', 'health_care']

/** Kinds of features of an account: the same letters in a name and in a bio are different things. */
export const kinds = {
  nameWord: 1,
  nameRuns: 2,
  nameShape: 3,
  handleRuns: 4,
  handleShape: 5,
  bioWord: 6,
  bioPair: 7,
  bioRuns: 8,
  bioShape: 14,
  place: 9,
  url: 10,
  count: 11,
  rule: 12,
  rulePair: 13
} as const

/** How much a CSDL text may ask for. The first two are the original's, whose sentence about the second is answered too. */
export const csdlLimits = {
  /** Bytes of a text in UTF-8. */
  textBytes: 1024 * 1024,
  /** Conditions in one filter, or in the condition of one tag rule; also after other filters are included. */
  conditions: 1_000,
  /** Parentheses inside one another. */
  parentheses: 1_000,
  /** `and`, `or` and `not` inside one another, once chains of the same word are one. */
  depth: 100,
  /** Tag and scoring rules of a program, with those that it imports. */
  rules: 10_000,
  /** Conditions of a whole program, with all that it includes and imports. */
  programConditions: 100_000,
  /** Filters that include one another, and tag definitions that import one another. */
  includes: 20,
  /** Filters and tag definitions that one program leads to. */
  programs: 1_000,
  /** Items of one list. */
  listItems: 10_000,
  /** Characters and words of one phrase, so that the engine holds its regular expression. */
  phraseCharacters: 2_000,
  phraseWords: 500,
  /** Words, and stars and question marks, of one item of wildcard: each costs the engine as much as a long phrase. */
  wildcardParts: 20,
  /** Entries of contains_near, the words of one (I'm has three), and the stretch of words that they stand in. */
  nearItems: 20,
  nearWords: 20,
  nearSpan: 1_000,
  /** Corners of a geo_polygon. */
  polygonPoints: 32,
  /** Kilometres of a geo_radius: half way around the world. */
  radiusKm: 20_040,
  /** Characters of a regular expression, and its parts once counted repeats such as {3} are written out. */
  regexCharacters: 1_000,
  regexSteps: 1_000,
  /** The same of all regular expressions of a whole program: a post meets each of its rules. */
  programRegexSteps: 250_000,
  /** Characters of a tag's name and of its path. */
  tagCharacters: 200,
  /** A score, without its sign: sums stay numbers. */
  largestScore: 1_000_000_000
} as const

/** The original's sentence, word for word. */
export const tooManyConditions = `maximum recursion depth of ${csdlLimits.conditions} has been reached`

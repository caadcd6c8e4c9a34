/** The smallest groups that an aggregate about people may describe. */
export type Privacy = {
  /** Below this many people behind a field about inferred traits or posts, the field is left empty and says so. */
  readonly minAudience: number
  /** A single value (a hashtag, a language) needs this many people to be named. */
  readonly minCell: number
}

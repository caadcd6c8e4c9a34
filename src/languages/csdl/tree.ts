/** Where something stands in a CSDL text: line and position count from 1, the offset in UTF-16 units from 0. */
export type Place = { readonly line: number; readonly position: number; readonly offset: number }

export const operators = [
  'exists',
  'contains',
  'contains_any',
  'contains_all',
  'contains_near',
  'substr',
  'wildcard',
  'in',
  'url_in',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'regex_partial',
  'regex_exact',
  'geo_box',
  'geo_radius',
  'geo_polygon'
] as const
export type Operator = (typeof operators)[number]

export type Argument =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Of `[1, 2, 3]`. */
  | { readonly kind: 'numbers'; readonly values: readonly number[] }
  /** Of a quoted list, cut at its commas and trimmed. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'near'; readonly texts: readonly string[]; readonly distance: number }
  /** Latitude and longitude in degrees, in the order written; `radiusKm` of geo_radius. */
  | { readonly kind: 'points'; readonly points: readonly (readonly [number, number])[]; readonly radiusKm?: number }

/** One condition on one target. */
export type Predicate = {
  readonly kind: 'predicate'
  /** In lower case, for instance `interaction.content`. */
  readonly target: string
  readonly operator: Operator
  readonly isCaseSensitive: boolean
  readonly argument: Argument
  readonly place: Place
}

/** A filter. Chains of the same word are one node with all its items, so that no tree is deeper than its text is nested. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly items: readonly Expression[] }
  | { readonly kind: 'not'; readonly item: Expression }
  | Stream
  | Predicate

/** Another compiled filter, by its hash; gone once the program is resolved. */
export type Stream = { readonly kind: 'stream'; readonly hash: string; readonly place: Place }

/** `tag.a.b "name" { … }` names what matches, `tag.a.b 10 { … }` adds to a score. */
export type TagRule = {
  /** `a.b`; empty for a plain `tag`. */
  readonly path: string
  readonly value: string | number
  readonly condition: Expression
  readonly place: Place
}

/** `tags.a "hash"`: the rules of another program, under a path. */
export type TagImport = { readonly path: string; readonly hash: string; readonly place: Place }

/** A whole CSDL text. Without a filter it is a reusable definition of tags. */
export type Program = {
  readonly rules: readonly TagRule[]
  readonly imports: readonly TagImport[]
  readonly filter: Expression | null
}

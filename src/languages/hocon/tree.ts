type Scalar = string | number | boolean | null

/** What the parser makes of a text. A scalar stands for itself; offsets point into the text, for error messages. */
export type Node = Scalar | NumberNode | ArrayNode | ObjectNode | ConcatNode | SubstitutionNode

/** A number that JavaScript would not print as it was written (1.0, 1e5, 12345678901234567890). */
export type NumberNode = { readonly kind: 'number'; readonly text: string }

export type ArrayNode = { readonly kind: 'array'; readonly items: readonly Node[] }

/** Fields in the order of the text: the same key may come again. `a.b = 1` is an object inside an object here. */
export type ObjectNode = { readonly kind: 'object'; readonly fields: readonly Field[] }

export type Field = { readonly key: string; readonly value: Node | AppendNode }

/** The right side of `+=`. */
export type AppendNode = { readonly kind: 'append'; readonly items: readonly Node[]; readonly offset: number }

/** Values side by side on one line; `space` is the white space before each, which counts between strings. */
export type ConcatNode = { readonly kind: 'concat'; readonly parts: readonly Part[]; readonly offset: number }

export type Part = { readonly space: string; readonly node: Node }

export type SubstitutionNode = {
  readonly kind: 'substitution'
  readonly path: readonly string[]
  readonly optional: boolean
  readonly offset: number
}

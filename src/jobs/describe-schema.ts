import type { TSchema } from 'typebox'
import { propertiesOf } from './properties-of.ts'

type Keywords = {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: TSchema[]
  items?: TSchema
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

/** What a value must be, in words: "a whole number from 1 to 1000". */
export function describeSchema(schema: TSchema): string {
  const keywords = schema as Keywords // Every one of them is optional in JSON Schema.
  const choices = choicesOf(keywords)
  if (choices) return choices.length === 1 ? `${choices[0]}` : `one of ${choices.join(', ')}`
  switch (keywords.type) {
    case 'integer':
      return `a whole number${range(keywords.minimum, keywords.maximum)}`
    case 'number':
      return `a number${range(keywords.minimum, keywords.maximum)}`
    case 'boolean':
      return 'true or false'
    case 'string':
      return `a text${keywords.maxLength === undefined ? '' : ` of${keywords.minLength ? ` ${keywords.minLength} to` : ' at most'} ${keywords.maxLength} characters`}`
    case 'array':
      return `a list${keywords.maxItems === undefined ? '' : ` of at most ${keywords.maxItems}`}${keywords.items ? `, each ${describeSchema(keywords.items)}` : ''}`
    case 'object':
      return `an object with the members ${Object.keys(propertiesOf(schema)).join(', ')}`
    default:
      return keywords.anyOf ? keywords.anyOf.map(describeSchema).join(', or ') : 'another value'
  }
}

function choicesOf({ const: only, enum: several, anyOf }: Keywords): string[] | undefined {
  if (only !== undefined) return [JSON.stringify(only)]
  if (several) return several.map(value => JSON.stringify(value))
  const choices = anyOf?.map(schema => choicesOf(schema as Keywords)) // As above.
  return choices?.every(choice => choice !== undefined) ? choices.flat() : undefined
}

function range(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`
  if (minimum !== undefined) return ` of ${minimum} or more`
  return maximum === undefined ? '' : ` of at most ${maximum}`
}

import { type TObject, type TSchema, Type } from 'typebox'
import { type Answer, json } from '../route.ts'

export const hash32 = (description: string) => Type.String({ pattern: '^[0-9a-f]{32}$', description })
export const hash40 = (description: string) => Type.String({ pattern: '^[0-9a-f]{40}$', description })
export const unixTime = (description: string) => Type.Integer({ description: `${description} Unix seconds.` })

/** What every list says of itself. */
const pageMembers = {
  count: Type.Integer({ minimum: 0, description: 'Items on all pages.' }),
  page: Type.Integer({ minimum: 1 }),
  pages: Type.Integer({ minimum: 1 }),
  per_page: Type.Integer({ minimum: 1 })
}

/** A page of a list, whose items stand under `name`. */
export function pageSchema(name: string, item: TSchema): TObject {
  return Type.Object({ ...pageMembers, [name]: Type.Array(item) })
}

export function pageOf(name: string, item: TSchema): Answer {
  return { description: 'A page of the list.', content: json(pageSchema(name, item)) }
}

export const pageParameters = {
  page: Type.Integer({ minimum: 1, default: 1, description: 'Which page.' }),
  per_page: Type.Integer({ minimum: 1, maximum: 100, default: 25, description: 'How many on a page, at most 100.' })
}

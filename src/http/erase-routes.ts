import { Type } from 'typebox'
import { InvalidRequest } from '../errors.ts'
import { readIdReference } from '../model/ids.ts'
import type { HttpServices } from './http-services.ts'
import { readQuery } from './query.ts'
import { json, published, queryOf, type Route } from './route.ts'

const eraseQuery = Type.Object({
  id: Type.String({ maxLength: 400, description: 'Who is to be erased: twitter:116679528, or twitter:@name.' })
})

/** `/erase`: a person asked to be removed. */
export function eraseRoutes({ erase }: HttpServices): Route[] {
  return [
    {
      method: 'POST',
      path: '/erase',
      summary: 'Remove a person everywhere, stored results included.',
      access: 'admin',
      query: eraseQuery,
      answers: {
        200: { description: 'How many records were removed, by kind.', content: json(published('EraseResponse')) }
      },
      noHead: true,
      startsWork: true,
      anyContentType: true,
      async handler(request) {
        const { id } = readQuery(eraseQuery, queryOf(request))
        const reference = readIdReference(id)
        if (reference.kind === 'malformed' || reference.kind === 'unknown-service')
          throw new InvalidRequest('id is service:native_id or service:@handle, for instance twitter:116679528.')
        const who = reference.kind === 'id' ? reference.id : `${reference.service}:@${reference.handle}`
        return { id: who, ...(await erase(who)) }
      }
    }
  ]
}

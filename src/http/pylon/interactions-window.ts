import { Type } from 'typebox'
import { unixTime } from './pylon-schemas.ts'
import type { Fields } from './read-fields.ts'
import { optionalText, optionalTime } from './read-values.ts'

/** Which interactions of a recording are meant. */
export const windowParameters = {
  filter: Type.Optional(Type.String({ description: 'CSDL, of the kind that analyses take.' })),
  start: Type.Optional(unixTime('The first moment.')),
  end: Type.Optional(unixTime('The moment after the last.'))
}

/** A member that is null or empty is as good as left out. */
export function readWindow(fields: Fields) {
  const filter = optionalText(fields, 'filter')
  const start = optionalTime(fields, 'start')
  const end = optionalTime(fields, 'end')
  return {
    ...(filter !== undefined && { filter }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end })
  }
}

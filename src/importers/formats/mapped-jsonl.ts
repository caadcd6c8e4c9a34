import { InvalidRequest } from '../../errors.ts'
import { isObject, type JsonObject } from '../../json-object.ts'
import type { ImportFormat } from '../import-format.ts'
import { shareOf } from '../recognise.ts'
import { constantsOf } from '../rows/constants.ts'
import { mappedReader } from '../rows/mapped-row.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { objectOf, parseJson } from '../values/json.ts'

export default {
  name: 'mapped-jsonl',
  summary:
    'Any JSON objects (lines, or an array): --columns id=user.id_str,text=body,… says which member is what, with dots for ' +
    'members of members',
  records: 'json',
  takesColumns: true,
  recognise: (records, { columns }) => {
    const id = columns.get('id') ?? columns.get('follower') ?? columns.get('from')
    if (id === undefined) return 0
    return 0.97 * shareOf(records, record => memberOf(objectOf(parseJson(record)) ?? {}, id.split('.')) !== undefined)
  },
  reader: options => {
    if (options.columns.size === 0) throw new InvalidRequest('mapped-jsonl needs --columns: id=…,name=…, and so on.')
    const put = mappedReader([...options.columns.keys()])
    const constants = constantsOf(options.columns)
    const paths = new Map([...options.columns].map(([field, path]) => [field, path.split('.')]))
    return (record, sink) => {
      const object = objectOf(parseJson(record))
      if (!object) throw new UnreadableRecord('no JSON object')
      put(sink, field => constants.get(field) ?? memberOf(object, paths.get(field) ?? []), options)
    }
  }
} satisfies ImportFormat

function memberOf(object: JsonObject, path: readonly string[]): unknown {
  if (path.length === 0) return undefined
  return path.reduce<unknown>(
    (value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    object
  )
}

import type { Service } from '../../model/ids.ts'
import type { ImportSink } from '../import-format.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { readId } from '../values/read-id.ts'

/** Hands over that `follower` follows `followee`; throws UnreadableRecord where one is no id, or both are the same. */
export function putFollow(sink: ImportSink, follower: unknown, followee: unknown, service: Service): void {
  const from = readId(follower, service, 'follower')
  const to = readId(followee, service, 'followed account')
  if (from === to) throw new UnreadableRecord('an account that follows itself')
  sink.follow(from, to)
}

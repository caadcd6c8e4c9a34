import { type Interaction, interactionTypes } from '../../model/interaction.ts'
import type { ImportOptions } from '../import-format.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { readAuthor, readPostId } from '../values/read-id.ts'
import { readTime } from '../values/read-time.ts'
import type { Cell } from './cell.ts'

/** The fields of an interaction that columns can be mapped to. */
export const interactionFields = ['from', 'to', 'type', 'post', 'created_at']

export function interactionOfRow(cell: Cell, options: ImportOptions): Interaction {
  const type = interactionTypes.find(known => known === cell('type'))
  if (!type) throw new UnreadableRecord(`type is one of ${interactionTypes.join(', ')}, not ${String(cell('type'))}`)
  const from = readAuthor(cell('from'), options.service, 'from')
  const to = readAuthor(cell('to'), options.service, 'to')
  if (from === to) throw new UnreadableRecord('an account that engages with itself')
  const createdAt = readTime(cell('created_at'), options.timeZone) ?? null
  return { from, to, type, postId: readPostId(cell('post'), options.service), createdAt }
}

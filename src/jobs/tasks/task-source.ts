import { Type } from 'typebox'
import { type Service, serviceNames } from '../../model/ids.ts'
import { parse } from '../../parse.ts'
import type { OpenRecording } from '../recordings/recording.ts'

/** What a task is asked of: its recording as it was when the task was submitted. Times are unix seconds. */
export type TaskSource = {
  readonly service: Service
  /** Of the recording's filter. */
  readonly hash: string
  readonly hasTags: boolean
  /** What belongs to the recording; the end is exclusive, and null while it runs. */
  readonly from: number
  readonly to: number | null
  /** What "now" is for the task: the end of the service's interactions. */
  readonly now: number
}

const Source = Type.Object({
  service: Type.Union(serviceNames.map(name => Type.Literal(name))),
  hash: Type.String(),
  hasTags: Type.Boolean(),
  from: Type.Integer(),
  to: Type.Union([Type.Integer(), Type.Null()]),
  now: Type.Integer()
})

export function taskSource(recording: OpenRecording, now: number): TaskSource {
  return {
    service: recording.service,
    hash: recording.hash,
    hasTags: recording.program.rules.length > 0,
    from: recording.isSinceStart ? recording.start : 0,
    to: recording.end,
    now
  }
}

/** As the request of the task's execution: read back by readStoredSource. */
export function storedSource(source: TaskSource): string {
  return JSON.stringify({ ids: [], options: source })
}

export function readStoredSource(request: string): TaskSource {
  return parse(Type.Object({ options: Source }), JSON.parse(request)).options
}

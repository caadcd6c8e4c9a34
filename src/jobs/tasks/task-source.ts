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
  /** The midnight of UTC at which the whole days of a strategy end. */
  readonly midnight: number
}

const dayS = 86_400

/** The latest midnight by the clock, but none after the day of the data's end: that day is whole once the clock has left it. */
export function lastMidnight(now: number, clock: number): number {
  return Math.min(Math.floor(clock / dayS), Math.ceil(now / dayS)) * dayS
}

const Source = Type.Object({
  service: Type.Union(serviceNames.map(name => Type.Literal(name))),
  hash: Type.String(),
  hasTags: Type.Boolean(),
  from: Type.Integer(),
  to: Type.Union([Type.Integer(), Type.Null()]),
  now: Type.Integer(),
  midnight: Type.Integer()
})

/** `clock` and `now`: unix seconds. */
export function taskSource(recording: OpenRecording, now: number, clock: number): TaskSource {
  return {
    service: recording.service,
    hash: recording.hash,
    hasTags: recording.program.rules.length > 0,
    from: recording.isSinceStart ? recording.start : 0,
    to: recording.end,
    now,
    midnight: lastMidnight(now, clock)
  }
}

/** As the request of the task's execution: read back by readStoredSource. */
export function storedSource(source: TaskSource): string {
  return JSON.stringify({ ids: [], options: source })
}

export function readStoredSource(request: string): TaskSource {
  return parse(Type.Object({ options: Source }), JSON.parse(request)).options
}

import type { JsonObject } from '../../json-object.ts'
import type { Service } from '../../model/ids.ts'
import type { Caller } from '../../store/verify-token.ts'
import type { ExecutionState } from '../execution.ts'

export const taskTypes = ['analysis', 'strategy'] as const
export type TaskType = (typeof taskTypes)[number]

export function isTaskType(job: string): job is TaskType {
  return (taskTypes as readonly string[]).includes(job) // Widened, to be asked for any text.
}

/** A task is an execution (the same row, the same life) with what the Task API adds. Times are ms since 1970. */
export type Task = {
  /** 40 hexadecimal digits. */
  readonly id: string
  readonly identityId: string
  readonly recordingId: string
  readonly service: Service
  readonly type: TaskType
  readonly name: string
  /** As they were sent, without an empty filter, start or end. */
  readonly parameters: unknown
  readonly state: ExecutionState
  /** How many analysis tasks it has used. */
  readonly usage: number
  readonly stepsCompleted: number | null
  readonly totalSteps: number | null
  /** Why it failed; empty otherwise. */
  readonly message: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** What a client asks for, its members checked for their types only. */
type TaskRequest = {
  readonly recordingId: string
  readonly name: string
  readonly type: TaskType
  readonly parameters: JsonObject
}

/** The status words of the Task API stand for these; the words themselves are http's. */
export const taskStates = ['queued', 'running', 'finished', 'failed'] as const
export type TaskState = (typeof taskStates)[number]

/** The life of tasks, as HTTP sees it. */
export type Tasks = {
  /** Checks the parameters, stores the task and wakes a worker. A stopped recording is asked about what it holds. Throws NotFound, InvalidRequest, and TooMany when the queue is full. */
  submit(
    caller: Caller,
    service: Service,
    request: TaskRequest
  ): Promise<{ readonly id: string; readonly queued: number; readonly queueLimit: number }>
  /** Newest first, with how many there are in all. */
  list(
    caller: Caller,
    service: Service,
    wanted: { readonly type: TaskType; readonly state?: TaskState; readonly page: number; readonly perPage: number }
  ): Promise<{ readonly count: number; readonly tasks: readonly Task[] }>
  /** With its result once it is finished. Throws NotFound, also for another identity's task or one of another type. */
  get(caller: Caller, service: Service, id: string, type?: TaskType): Promise<Task & { readonly result: unknown }>
  /** Ends it, the running query included; a final state stays as it is. Throws NotFound as `get` does. */
  stop(caller: Caller, service: Service, id: string, type?: TaskType): Promise<Task>
  /** Answers an analysis at once, without a task. */
  analyse(caller: Caller, service: Service, recordingId: string, parameters: unknown): Promise<unknown>
}

import type { Program } from '../../languages/csdl/tree.ts'
import type { Service } from '../../model/ids.ts'
import type { Caller } from '../../store/verify-token.ts'

/** A named, live view over the interactions of one service. Times are unix seconds. */
export type Recording = {
  /** 40 hexadecimal digits. The standing recording of a service has the same id on every server. */
  readonly id: string
  readonly service: Service
  /** Whose it is; null for a standing recording, which everybody sees. */
  readonly identityId: string | null
  readonly name: string
  /** Of its filter. */
  readonly hash: string
  readonly start: number
  /** Null while it runs. */
  readonly end: number | null
  /** Only interactions from `start` on; otherwise those of before belong to it as well. */
  readonly isSinceStart: boolean
  readonly createdAt: number
}

/** A recording with its filter, every `stream` and imported tag of it resolved. */
export type OpenRecording = Recording & { readonly program: Program }

export type CompiledFilter = { readonly hash: string; readonly createdAt: number }

/** Filters and recordings, as HTTP uses them. Every call throws NotFound, InvalidRequest or Conflict with the documented sentence. */
export type Recordings = {
  /** Checks a CSDL text; throws InvalidRequest with line and position. */
  validate(csdl: string): Promise<void>
  /** Stores a filter under its hash: comments and white space do not change it. */
  compile(csdl: string): Promise<CompiledFilter>
  start(
    caller: Caller,
    service: Service,
    wanted: { readonly hash: string; readonly name: string; readonly isSinceStart: boolean }
  ): Promise<Recording>
  restart(caller: Caller, service: Service, id: string): Promise<Recording>
  stop(caller: Caller, service: Service, id: string): Promise<void>
  update(
    caller: Caller,
    service: Service,
    id: string,
    /** At least one of them. */
    changes: { readonly hash?: string; readonly name?: string }
  ): Promise<void>
  /** By id, or the newest with this hash for the versions that name recordings so. An identity sees its own, an account's key those of all its identities, both the standing ones. */
  get(caller: Caller, service: Service, id: string): Promise<Recording>
  open(caller: Caller, service: Service, id: string): Promise<OpenRecording>
  list(
    caller: Caller,
    service: Service,
    page: {
      readonly page: number
      readonly perPage: number
      readonly orderBy: 'created_at' | 'id'
      readonly isDescending: boolean
    }
  ): Promise<{ readonly count: number; readonly recordings: readonly Recording[] }>
  /** How many interactions belong to it now, by the rules of privacy. */
  volume(recording: Recording): Promise<number>
  /** Names of its tags: `interaction.tag_tree.cars.maker`. */
  tags(caller: Caller, service: Service, id: string): Promise<readonly string[]>
  /** Its newest interactions, without their authors' names; throws TooMany once an hour's are shown. */
  sample(caller: Caller, service: Service, id: string, wanted: SampleRequest): Promise<Sample>
}

/** Times are unix seconds, the end exclusive. */
export type SampleRequest = {
  readonly count: number
  readonly start?: number
  readonly end?: number
  /** CSDL, as the filter of an analysis. */
  readonly filter?: string
}

/** `resetAt` is when there will be more, unix seconds. */
export type Sample = {
  readonly remaining: number
  readonly resetAt: number
  readonly interactions: readonly SampledInteraction[]
}

/** As the Task API shows a post; beside `interaction` a block of its service. */
export type SampledInteraction = Readonly<Record<string, Readonly<Record<string, unknown>>>>

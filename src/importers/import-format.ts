import type { ProfileId, Service } from '../model/ids.ts'
import type { Interaction } from '../model/interaction.ts'
import type { Post } from '../model/post.ts'
import type { KnownAccount, Profile } from '../model/profile.ts'
import type { RecordKind } from './records/record-splitter.ts'

/** Where a format puts what it reads. Calls are synchronous: a batch is written elsewhere, when it is full. */
export type ImportSink = {
  profile(profile: Profile): void
  account(account: KnownAccount): void
  follow(follower: ProfileId, followee: ProfileId): void
  post(post: Post): void
  interaction(interaction: Interaction): void
  /** What cannot be read: the record is kept with its reason, and the import goes on. */
  reject(reason: string): void
  /** This record is no data: a header, a comment. */
  skip(): void
  /** What a person should know about the whole file, however often it is said. */
  warn(sentence: string): void
}

/** What a person may say about a file that the file does not say itself. */
export type ImportOptions = {
  /** For ids without a service. */
  readonly service: Service
  /** For records that carry no time of their own: when the file was written, ms. */
  readonly observedAt: number
  /**
   * `--columns id=…,author=…`: our field → the file's column; empty when not given. For recorded pages, which do not say
   * whose followers they list, `followee`, `follower`, `author` and `liker` take an account's id instead.
   */
  readonly columns: ReadonlyMap<string, string>
  /** For times without a zone: an IANA name. */
  readonly timeZone: string
}

/** Called with each record in turn; it may throw UnreadableRecord, which rejects the record. */
export type ReadRecord = (record: string, sink: ImportSink) => void

/**
 * One foreign format. To add one: a file in `formats/` with this as its default export, and a small real sample beside
 * its test.
 */
export type ImportFormat = {
  readonly name: string
  /** One line for `--help` and the documentation. */
  readonly summary: string
  /** How the text falls into records. */
  readonly records: RecordKind
  /** Whether `--columns` means something to it; without this, a file is not read by it when columns are said. */
  readonly takesColumns?: true
  /** How sure the format is, 0–1, that a file whose first records are these is its own. */
  recognise(firstRecords: readonly string[], options: ImportOptions): number
  /**
   * A reader for one file. It is given the first record, which may be a header, even when an import resumes in the
   * middle; it throws InvalidRequest when the file as a whole cannot be read with these options.
   */
  reader(options: ImportOptions): ReadRecord
}

/** What the HTTP surface takes at most. Documented in docs/limits.md. */
export const limits = {
  /** A body of every call but /import, which streams: 1,000 ids with all their labels need less than a tenth of it. */
  bodyBytes: 4 * 1024 * 1024,
  /** How long such a body may take to arrive. */
  bodyS: 60,
  /** The request line with its URL, and all headers together. */
  headerBytes: 16 * 1024,
  /** One part of a path, such as a job hash. */
  pathPartLength: 200,
  tokenLength: 200,
  /** Items that one call of /executions answers. */
  listMax: 200,
  listMaxDefault: 20,
  listOffset: 1_000_000,
  /** Rejects that the JSON answer of /import names; the rest is counted. */
  importRejects: 100,
  /** What of the streamed answer of /import waits for a client that does not read; rejects beyond it are counted only. */
  importUnreadBytes: 32 * 1024 * 1024,
  /** Profiles or posts in one list of the Enrich API. */
  enrichItems: 10_000,
  /** Progress streams open at once in one process. */
  progressStreams: 500,
  /** What `Prefer: wait=` can ask for. */
  waitS: 60,
  /** A token of a network that an account notes down for an identity. */
  pylonTokenLength: 2_000,
  /** The last page of a list of the Task API that can be asked for. */
  pylonPage: 1_000_000_000,
  /** Items on a page of a list of the Task API. */
  pylonPerPage: 100,
  pylonPerPageDefault: 25
} as const

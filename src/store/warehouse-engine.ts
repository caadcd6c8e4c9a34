import type { ClickHouseClient } from '@clickhouse/client'

/** What the two homes of the warehouse have in common: clients to lend, and where its tables are. */
export type WarehouseEngine = {
  readonly kind: 'embedded' | 'server'
  /** The cluster over which tables are spread; '' = none. */
  readonly cluster: string
  readonly database: string
  /** Lends a client for one statement with a tag, '' without, waiting for a free one where there are few. */
  borrow<Answer>(tag: string, work: (client: ClickHouseClient) => Promise<Answer>): Promise<Answer>
  /** The same for stops, which must not wait behind what they stop. */
  control<Answer>(work: (client: ClickHouseClient) => Promise<Answer>): Promise<Answer>
  /** Resolves when nothing runs any more and the folder, or the sockets, are free. */
  close(): Promise<void>
}

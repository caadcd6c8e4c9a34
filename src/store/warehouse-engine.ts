import type { ClickHouseClient } from '@clickhouse/client'

/** What the two homes of the warehouse have in common: clients to lend, one kept free for stopping, and a name for the cluster. */
export type WarehouseEngine = {
  readonly kind: 'embedded' | 'server'
  /** The cluster over which tables are spread; '' = none. */
  readonly cluster: string
  readonly database: string
  /** Lends a client for one statement, waiting for a free one where there are few. */
  borrow<Answer>(work: (client: ClickHouseClient) => Promise<Answer>): Promise<Answer>
  /** Never busy with anything long: a stop must not wait behind what it stops. */
  readonly control: ClickHouseClient
  /** Resolves when nothing runs any more and the folder, or the sockets, are free. */
  close(): Promise<void>
}

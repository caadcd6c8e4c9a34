// Started once before all files of a run (--test-global-setup): a PostgreSQL and the two fronts, which every file that needs
// them would otherwise start for itself. The files find them in the environment.

import { frontVariables, startFront } from './engines.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'

let postgres: PostgresServer | undefined

export async function globalSetup(): Promise<void> {
  const binaries = process.env.DATABASE_TEST_URL ? undefined : findPostgres()
  if (binaries) {
    postgres = await startPostgres(binaries)
    process.env.DATABASE_TEST_URL = postgres.url
  }
  for (const mode of ['server', 'shards'] as const) process.env[frontVariables[mode]] = await startFront(mode)
}

export function globalTeardown(): void {
  postgres?.stop()
}

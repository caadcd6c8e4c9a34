// Made once before all files of a run (--test-global-setup), and found by them in the environment: a PostgreSQL and the two
// fronts, which every file that needs them would otherwise start for itself. The files also share compiled code, as starts of
// the program do: without it each spends half a second on compiling the same thousand modules.

import { compiledCode } from '../../src/keep-compiled.js'
import { frontVariables, startFront } from './engines.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'

let postgres: PostgresServer | undefined

export async function globalSetup(): Promise<void> {
  process.env.NODE_COMPILE_CACHE = compiledCode
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

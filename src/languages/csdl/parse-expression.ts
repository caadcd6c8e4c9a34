import { depthOf, joined, negated } from './build-expression.ts'
import { csdlErrorAt } from './csdl-error.ts'
import { advance, type Cursor, expected, isAt } from './cursor.ts'
import { csdlLimits, tooManyConditions } from './limits.ts'
import { readPredicate, readStream } from './read-predicate.ts'
import type { Expression } from './tree.ts'

// What is open at one level of parentheses: the items of the chain of `or`, those of the chain of `and` that is being read, and
// whether the parenthesis stands behind `not`.
type Level = { ors: Expression[]; ands: Expression[]; isNegated: boolean }

/**
 * A filter: conditions combined by `not`, which binds tightest, `and` and `or`, with parentheses. Levels are kept in an array
 * rather than on the stack, so that no text overflows it.
 */
export function parseExpression(cursor: Cursor): Expression {
  const start = cursor.token.offset
  const levels: Level[] = []
  let level: Level = { ors: [], ands: [], isNegated: false }
  let count = 0
  for (;;) {
    const isNegated = readNots(cursor)
    if (isAt(cursor, '(')) {
      advance(cursor)
      if (levels.push(level) > csdlLimits.parentheses) throw tooDeep(cursor)
      level = { ors: [], ands: [], isNegated }
      continue
    }
    if (++count > csdlLimits.conditions)
      throw csdlErrorAt(cursor.text, cursor.token.offset, 'fewer conditions', tooManyConditions)
    level.ands.push(negated(readCondition(cursor), isNegated))
    level = closeLevels(cursor, levels, level)
    if (isAt(cursor, 'word', 'and')) advance(cursor)
    else if (isAt(cursor, 'word', 'or')) {
      advance(cursor)
      level.ors.push(joined('and', level.ands))
      level.ands = []
    } else break
  }
  if (levels.length > 0) throw expected(cursor, ['and', 'or', 'a closing parenthesis'])
  const expression = closed(level)
  if (depthOf(expression) > csdlLimits.depth) throw csdlErrorAt(cursor.text, start, tooDeepTree)
  return expression
}

const tooDeepTree = `at most ${csdlLimits.depth} levels of and, or and not inside one another`

function tooDeep(cursor: Cursor) {
  return expected(cursor, `at most ${csdlLimits.parentheses} parentheses inside one another`)
}

function readNots(cursor: Cursor) {
  let isNegated = false
  while (isAt(cursor, 'word', 'not')) {
    advance(cursor)
    isNegated = !isNegated
  }
  return isNegated
}

function readCondition(cursor: Cursor) {
  return isAt(cursor, 'word', 'stream') ? readStream(cursor) : readPredicate(cursor)
}

function closeLevels(cursor: Cursor, levels: Level[], innermost: Level) {
  let level = innermost
  while (isAt(cursor, ')')) {
    const outer = levels.pop()
    if (!outer) break
    advance(cursor)
    outer.ands.push(negated(closed(level), level.isNegated))
    level = outer
  }
  return level
}

function closed(level: Level) {
  return joined('or', [...level.ors, joined('and', level.ands)])
}

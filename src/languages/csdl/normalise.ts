import { createHash } from 'node:crypto'
import { operatorRules } from './operators.ts'
import { parseCsdl } from './parse-csdl.ts'
import type { Argument, Expression, Predicate, Program } from './tree.ts'

/** 32 digits from 0 to f that stand for a program: comments, white space, the case of its words and aliases do not change them. */
export function hashCsdl(program: Program | string): string {
  const text = normaliseCsdl(typeof program === 'string' ? parseCsdl(program) : program)
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

/** The one text that stands for all ways to write a program; reading it gives the same program. */
export function normaliseCsdl({ rules, imports, filter }: Program): string {
  const lines = [
    ...rules.map(({ path, value, condition }) => {
      const name = typeof value === 'number' ? String(value) : quoted(value)
      return `${withPath('tag', path)} ${name} { ${expressionText(condition)} }`
    }),
    ...imports.map(({ path, hash }) => `${withPath('tags', path)} ${quoted(hash)}`)
  ]
  if (filter) lines.push(lines.length > 0 ? `return { ${expressionText(filter)} }` : expressionText(filter))
  return lines.join('\n')
}

const withPath = (word: string, path: string) => (path === '' ? word : `${word}.${path}`)

function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.items.map(item => operandText(item)).join(` ${expression.kind} `)
    case 'not':
      return `not ${operandText(expression.item)}`
    case 'stream':
      return `stream ${quoted(expression.hash)}`
    case 'predicate':
      return predicateText(expression)
  }
}

function operandText(item: Expression) {
  return item.kind === 'and' || item.kind === 'or' ? `(${expressionText(item)})` : expressionText(item)
}

function predicateText({ target, operator, isCaseSensitive, argument }: Predicate) {
  const form = operatorRules[operator].argument
  const value =
    argument.kind === 'text' && form === 'regex'
      ? quotedAs(argument.text, /[\\"]/g)
      : argument.kind === 'texts' && form === 'patterns'
        ? listText(argument.texts, patternItem)
        : argumentText(argument)
  return [target, isCaseSensitive ? 'cs' : '', operator, value].filter(part => part !== '').join(' ')
}

function argumentText(argument: Argument): string {
  switch (argument.kind) {
    case 'none':
      return ''
    case 'text':
      return quoted(argument.text)
    case 'number':
      return String(argument.value)
    case 'numbers':
      return `[${argument.values.join(', ')}]`
    case 'texts':
      return listText(argument.texts, plainItem)
    case 'near':
      return `"${argument.texts.map(plainItem).join(', ')}:${argument.distance}"`
    case 'points':
      return `"${[...argument.points.map(point => point.join(',')), ...(argument.radiusKm === undefined ? [] : [argument.radiusKm])].join(':')}"`
  }
}

const letters: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (char: string) => letters[char] ?? `\\${char}`
const quotedAs = (text: string, special: RegExp) => `"${text.replace(special, escaped)}"`
const quoted = (text: string) => quotedAs(text, /[\\"\n\r\t]/g)

function listText(items: readonly string[], itemText: (item: string) => string) {
  return `"${items.map(itemText).join(', ')}"`
}

// White space at the ends of an item would be trimmed.
const special = /[\\",\n\r\t]|^\s|\s$/

function plainItem(item: string) {
  return special.test(item) ? item.replace(new RegExp(special, 'g'), escaped) : item
}

function patternItem(item: string) {
  return item.replace(/\\[*?\\]|[\\",\n\r\t]|^\s|\s$/g, piece => (piece.length > 1 ? piece : escaped(piece)))
}

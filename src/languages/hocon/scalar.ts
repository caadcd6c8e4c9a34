import type { Node, NumberNode } from './tree.ts'

const wholeNumber = /^-?\d+$/
const anyNumber = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** What a piece of unquoted text is when it stands alone: true, false, null, a number or a string. */
export function scalarFrom(text: string): Node {
  if (text === 'true') return true
  if (text === 'false') return false
  if (text === 'null') return null
  return anyNumber.test(text) ? numberFrom(text) : text
}

function numberFrom(text: string): number | NumberNode {
  const value = Number(text)
  return String(value) === text && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : { kind: 'number', text }
}

/**
 * A whole number beyond 2^53 keeps all its digits by staying a string: as a number it would silently become another
 * one, and a bigint could not be written as JSON again.
 */
export function numberOf({ text }: NumberNode): number | string {
  const value = Number(text)
  return wholeNumber.test(text) && !Number.isSafeInteger(value) ? text.replace(/^(-?)0+(?=\d)/, '$1') : value
}

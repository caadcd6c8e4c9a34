import { escaped, sqlString } from './warehouse-literals.ts'

/** Values of one row in ClickHouse's TabSeparated format, where each value stands escaped between tabs. */

const special = /[\\\t\n\r\0]/

/** A text; '' for one that the source did not give. */
export function textField(text: string | null): string {
  if (text === null) return ''
  // Nearly every text is an id: a test costs a third of a replacement.
  return special.test(text) ? escaped(text) : text
}

/** A whole number; -1 for one that the source did not give, or that is none. */
export function wholeField(value: number | null): string {
  if (value === null) return '-1'
  const whole = Math.trunc(value)
  return Number.isSafeInteger(whole) ? String(whole) : '-1'
}

/** A number with decimals; nan for one that the source did not give. */
export function decimalField(value: number | null): string {
  return value === null || !Number.isFinite(value) ? 'nan' : String(value)
}

/** 1, 0, or -1 when the source did not say. */
export function flagField(value: boolean | null): string {
  return value === null ? '-1' : value ? '1' : '0'
}

/** An array of texts. */
export function listField(texts: readonly string[]): string {
  return `[${texts.map(sqlString).join(',')}]`
}

/** The condition that a target has one of these values. */
export function isOneOf(target: string, values: readonly string[]): string {
  return `${target} in ${quotedList(values)}`
}

/** Conditions that must all hold, leaving out empty ones; '' when nothing is asked. */
export function allOf(conditions: readonly string[]): string {
  return conditions.filter(condition => condition !== '').join(' and ')
}

/** Conditions of which one must hold, fit to stand among others. */
export function oneOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? conditions.join() : `(${conditions.join(' or ')})`
}

/** A list as CSDL writes it: what would end the text or an item, or would be trimmed, stands behind a backslash. */
export function quotedList(items: readonly string[]): string {
  return `"${items.map(item => item.replace(/[\\",]|^\s|\s$/g, '\\$&')).join(',')}"`
}

/** Whether CSDL can hold a text at all: a NUL can be neither stored nor searched for, and half a surrogate pair is no character. */
export function isWritable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

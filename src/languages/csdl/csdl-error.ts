import { foundAt, LanguageError, placeOf } from '../language-error.ts'

/** A CSDL text that cannot be read. Its message is made as the original made it, and says where and what to write instead. */
export class CsdlError extends LanguageError {
  constructor(
    place: { line: number; column: number },
    choices: string | readonly string[],
    found = '',
    message?: string
  ) {
    const expected = typeof choices === 'string' ? choices : oneOf(choices)
    const where = `At line ${place.line} position ${place.column}`
    super(
      place,
      expected,
      found,
      message ?? `We are unable to parse this stream. ${where} we were expecting ${expected}`
    )
  }
}

/** The same, at an offset of the text. */
export function csdlErrorAt(text: string, offset: number, choices: string | readonly string[], message?: string) {
  return new CsdlError(placeOf(text, offset), choices, foundAt(text, offset), message)
}

function oneOf(choices: readonly string[]) {
  return `one of: ${choices.join(';\n or ')}.`
}

import { foundAt, LanguageError, placeOf } from '../language-error.ts'

/** A CSDL text that cannot be read. Its message is made as the original made it, and says where and what to write instead. */
export class CsdlError extends LanguageError {
  constructor(text: string, offset: number, expected: string | readonly string[], message?: string) {
    const place = placeOf(text, offset)
    const choices = typeof expected === 'string' ? expected : oneOf(expected)
    const where = `At line ${place.line} position ${place.column}`
    const sentence = message ?? `We are unable to parse this stream. ${where} we were expecting ${choices}`
    super(place, choices, foundAt(text, offset), sentence)
  }
}

function oneOf(choices: readonly string[]) {
  const [only, ...others] = choices
  return only !== undefined && others.length === 0 ? only : `one of: ${choices.join(';\n or ')}.`
}

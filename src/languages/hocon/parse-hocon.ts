import { defaultLimits, type Limits } from '../limits.ts'
import { parse } from './parse.ts'
import { resolve } from './resolve.ts'

/**
 * HOCON, the language of the Typesafe/Lightbend config library, which contains JSON. Nothing outside the text is ever
 * read: `include` is refused and substitutions know no environment. Whole numbers beyond 2^53 are answered as strings
 * of their digits; objects have no prototype. Throws a LanguageError.
 */
export function parseHocon(text: string, limits: Partial<Limits> = {}): unknown {
  const all = { ...defaultLimits, ...limits }
  return resolve(text, parse(text, all), all)
}

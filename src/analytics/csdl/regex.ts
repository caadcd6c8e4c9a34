import { RE2JS } from 're2js'

// RE2 as the engine runs it: a dot is any character, line ends as well.
const flags = RE2JS.DOTALL

/** The whole value, not a part of it. */
export function exactly(regex: string): string {
  return `\\A(?:${regex})\\z`
}

/**
 * A regular expression as the engine is handed it. Before it tries one, it looks for letters that it takes to be in every match, and is
 * wrong about an optional letter of several bytes (日本語?), a class that begins with ] and a name as in (?<name>…). Beside another branch,
 * here one that nothing matches, it looks for none.
 */
export function forEngine(regex: string): string {
  return /[^\0-\x7f][?*{]|\[\^?\]|\(\?</.test(regex) ? `${regex}|[^\\s\\S]` : regex
}

/** A regular expression of a filter, as the engine would match it and in linear time. */
export function compiledRegex(regex: string): RE2JS {
  return RE2JS.compile(regex, flags)
}

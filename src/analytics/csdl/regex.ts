import { RE2JS } from 're2js'
import type { Predicate } from '../../languages/csdl/tree.ts'
import { behindTarget, refuse } from './refuse.ts'

// RE2 as the engine runs it: a dot is any character, line ends as well.
const flags = RE2JS.DOTALL

/** The whole value, not a part of it. */
export function exactly(regex: string): string {
  return `\\A(?:${regex})\\z`
}

/** A regular expression of a filter, as the engine would match it and in linear time. */
export function compiledRegex(regex: string): RE2JS {
  return RE2JS.compile(regex, flags)
}

/** Throws InvalidRequest for a regular expression that RE2 does not know, before the engine sees it. */
export function checkRegex(regex: string, predicate: Predicate): void {
  try {
    compiledRegex(regex)
    compiledRegex(exactly(regex)) // A quotation (\Q) that is not closed would swallow what stands behind it.
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refuse(behindTarget(predicate), `there is a regular expression that cannot be read: ${reason}.`)
  }
}

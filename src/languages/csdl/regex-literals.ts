import { classEnd, escapeEnd } from './check-regex.ts'

/**
 * Short texts of which one must stand in a text wherever a regular expression matches it, both put into lower case; undefined when
 * it may match without. The expression is one that checkRegex lets through. What is not sure is left out, so that the texts
 * may be fewer and shorter than what must really stand there.
 */
export function requiredLiterals(regex: string): readonly string[] | undefined {
  return alternativesOf({ regex, at: 0, ignoresCase: /\(\?[a-zA-Z]*i/.test(regex) })
}

type Reader = { readonly regex: string; at: number; readonly ignoresCase: boolean }

/** What one part must have: a letter, one of some texts, or nothing that is known. */
type Part = { readonly letter: string } | { readonly oneOf: readonly string[] | undefined } | 'a place'

// Any of the branches may be the one that matches.
function alternativesOf(reader: Reader): readonly string[] | undefined {
  const branches = [sequenceOf(reader)]
  while (reader.regex[reader.at] === '|') {
    reader.at++
    branches.push(sequenceOf(reader))
  }
  return branches.every(branch => branch !== undefined) ? branches.flat() : undefined
}

// All parts of a sequence stand in the text: letters in a row are one text, and the longest texts say most.
function sequenceOf(reader: Reader): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let run = ''
  const keep = (texts: readonly string[] | undefined) => {
    if (texts && shortest(texts) > shortest(best)) best = texts
  }
  const endRun = () => {
    if (run !== '') keep([run])
    run = ''
  }
  while (reader.at < reader.regex.length && !'|)'.includes(reader.regex[reader.at] ?? '')) {
    const part = readPart(reader)
    const { isOptional, isRepeated } = readRepeat(reader)
    if (part === 'a place') continue
    if (!isOptional && 'letter' in part) run += part.letter
    if (!isOptional && 'oneOf' in part) keep(part.oneOf)
    if (isOptional || isRepeated || 'oneOf' in part) endRun()
  }
  endRun()
  return best
}

const shortest = (texts: readonly string[] | undefined) => (texts ? Math.min(...texts.map(text => text.length)) : 0)

function readPart(reader: Reader): Part {
  const { regex, at } = reader
  const char = regex[at] ?? ''
  switch (char) {
    case '(':
      return readGroup(reader)
    case '[':
      reader.at = classEnd(regex, at)
      return { oneOf: undefined }
    case '^':
    case '$':
      reader.at++
      return 'a place'
    case '\\':
      reader.at = escapeEnd(regex, at)
      return escapeOf(regex.slice(at, reader.at), reader)
    default:
      reader.at++
      return char === '.' ? { oneOf: undefined } : letterOf(char, reader)
  }
}

function readGroup(reader: Reader): Part {
  const [opening = '(', ends] = /^\((?:\?(?:P?<\w+>|[a-zA-Z-]*([:)])))?/.exec(reader.regex.slice(reader.at)) ?? []
  reader.at += opening.length
  if (ends === ')') return 'a place'
  const oneOf = alternativesOf(reader)
  reader.at++
  return { oneOf }
}

function escapeOf(written: string, reader: Reader): Part {
  if (/^\\[AzbB]$/.test(written)) return 'a place'
  return written.length === 2 && !/[A-Za-z0-9]/.test(written)
    ? letterOf(written.slice(1), reader)
    : { oneOf: undefined }
}

// Outside of ASCII lower case hangs on what stands around. Without case, RE2 takes ſ for an s.
function letterOf(char: string, { ignoresCase }: Reader): Part {
  const isSure = char <= '\x7f' && !(ignoresCase && /s/i.test(char))
  return isSure ? { letter: char.toLowerCase() } : { oneOf: undefined }
}

function readRepeat(reader: Reader): { readonly isOptional: boolean; readonly isRepeated: boolean } {
  const [written = '', least = ''] =
    /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.regex.slice(reader.at, reader.at + 30)) ?? []
  reader.at += written.length
  return { isOptional: /^[*?]/.test(written) || Number(least || 1) === 0, isRepeated: written !== '' }
}

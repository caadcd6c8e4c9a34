import { readdirSync, readFileSync } from 'node:fs'
import { readText } from '../../../src/enrichment/text/read-text.ts'
import { type Interest, interests } from '../../../src/model/interests.ts'

/** How much a term says: `strong` stands for its interest alone, `weak` only in company. */
export type TermClass = 'strong' | 'plain' | 'weak'

/** The hand-written terms: as tokens joined by spaces, each with its interests and classes. */
export type Lexicon = ReadonlyMap<string, ReadonlyMap<Interest, TermClass>>

const folder = new URL('../../../data/sources/interests/', import.meta.url)
const ranks: readonly TermClass[] = ['weak', 'plain', 'strong']

/** Reads data/sources/interests: sections `[interest]` of lines `strong: term, term, …`. */
export function readLexicon(): Lexicon {
  const terms = new Map<string, Map<Interest, TermClass>>()
  let interest: Interest | undefined
  for (const line of lines()) {
    const heading = /^\[(.+)\]$/.exec(line)?.[1]
    if (heading) {
      interest = interests.find(name => name === heading)
      if (!interest) throw new Error(`there is no interest ${heading}`)
      continue
    }
    const [, rank, list] = /^(strong|plain|weak): (.+)$/.exec(line) ?? []
    if (!interest || !rank || !list) throw new Error(`not a line of a lexicon: ${line}`)
    for (const term of list.split(', ')) add(terms, readText(term).tokens.join(' '), interest, rank as TermClass)
  }
  return withDerived(terms)
}

function lines(): string[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
  return files.flatMap(file => readFileSync(new URL(file, folder), 'utf8').split('\n')).filter(line => line !== '')
}

type Terms = Map<string, Map<Interest, TermClass>>

function add(terms: Terms, term: string, interest: Interest, rank: TermClass): void {
  if (term === '') return
  const known = terms.get(term) ?? new Map<Interest, TermClass>()
  terms.set(term, known)
  const before = known.get(interest)
  if (before === undefined || ranks.indexOf(rank) > ranks.indexOf(before)) known.set(interest, rank)
}

/** Adds plurals in -s and -ies, and phrases written as one hashtag; what is written by hand wins. */
function withDerived(terms: Terms): Lexicon {
  const all: Terms = new Map(terms)
  for (const [term, known] of terms) {
    for (const derived of [pluralOf(term), hashtagOf(term)]) {
      if (!derived || terms.has(derived)) continue
      for (const [interest, rank] of known) add(all, derived, interest, derived.startsWith('#') ? raised(rank) : rank)
    }
  }
  return all
}

function pluralOf(term: string): string | undefined {
  if (!/^[a-z]+( [a-z]+)*$/.test(term) || term.length < 4) return
  if (/[^aeiou]y$/.test(term)) return `${term.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|ing|ed)$/.test(term) ? undefined : `${term}s`
}

function hashtagOf(term: string): string | undefined {
  const joined = term.replaceAll(/[ '&.-]/g, '')
  return /^[\p{L}\p{N}_]{3,}$/u.test(joined) ? `#${joined}` : undefined
}

/** Who sets a hashtag means it. */
function raised(rank: TermClass): TermClass {
  return rank === 'weak' ? 'plain' : 'strong'
}

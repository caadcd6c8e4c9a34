let names: Intl.DisplayNames | undefined // Takes 30 ms to make.
const known = new Map<string, string>() // At most 18,000 codes of two or three letters.

/** Codes that stand for no language, or for none in particular. */
const withoutLanguage = new Set(['und', 'zxx', 'mul', 'mis', 'art'])

/** Where Intl and the networks write the same language differently, the networks' code is kept. */
const asNetworksWrite = new Map([
  ['fil', 'tl'],
  ['nb', 'no'],
  ['cmn', 'zh'],
  ['arb', 'ar']
])

/**
 * The language that a network's label names, in ISO 639-1 where there is one: `pt-BR` → `pt`, and the old `in`, `iw` → `id`, `he`.
 * Nothing for `und`, `zxx`, X's private codes such as `qme`, and whatever is not a language.
 */
export function givenLanguage(label: string): string | undefined {
  const code = /^([A-Za-z]{2,3})(?:[-_]|$)/.exec(label)?.[1]?.toLowerCase()
  if (code === undefined) return undefined
  const language = known.get(code) ?? todaysCode(code)
  known.set(code, language)
  return language || undefined
}

function todaysCode(code: string) {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  if (withoutLanguage.has(code) || names.of(code) === undefined) return ''
  const language = new Intl.Locale(code).language
  return asNetworksWrite.get(language) ?? language
}

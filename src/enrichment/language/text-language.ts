import { type LinearModel, linearModel } from '../linear/linear-model.ts'
import { pack } from '../packs/packs.ts'
import { type LanguageEvidence, weighLanguages } from './detect-language.ts'
import { describeLanguage } from './language-features.ts'
import { countPersianLetters, type LanguageScript, languagesOfScript, scriptOf } from './language-scripts.ts'
import { languageWords } from './language-words.ts'
import { mayBeUrdu, nearLanguage } from './near-languages.ts'

/** A language in ISO 639-1, or 639-3 where there is no shorter code, and the share of such answers that are right. */
export type TextLanguage = { readonly language: string; readonly confidence: number }

const longestRead = 2000 // UTF-16 units: the first few hundred decide.

// Measured in cross-validation (bench/accuracy/language.ts): the most right answers, and probabilities as they were observed.
const leastConfidence = 0.6
const weightOfModel = 1.75
const weightOfEvidence = 0.12
const weightOfEvidenceAlone = 0.22
/** The mean evidence of a language that nobody here knows. */
const evidenceOfUnknown = 25
/** What a language that the table does not know has of the evidence for the likeliest one. */
const shareOfEvidence = 0.85
/** Pidgin is mostly English words. */
const shareOfPidgin = 0.95
/** Devanagari is far more often Hindi than Marathi. */
const leadOfHindi = 1
/** Where two letters are none of Arabic. */
const lagOfArabic = 3

const plainGrams = 8
const plainEvidence = 60
const plainLead = 0.15
// Frequent in Nigerian Pidgin and seldom in English.
const mayBePidgin =
  /\b(?:abeg|abi|am|baba|babe|beg|carry|chop|comot|dat|de|dem|dey|dis|don|dont|e|ehn|enter|fit|go|hin|im|make|na|nah|ni|nor?|omo|oo*|person|sabi|say|sef|sha|shey|una|vex|wahala|wan|wen|wetin|wey|wit)\b/i

/** One n-gram counts a little more than half of what it says; many count all of it. */
const trustIn = (grams: number) => grams / (grams + 0.8)

let model: LinearModel | undefined

/**
 * The language of a text, by the evidence of the n-gram table and, in Latin, Arabic and Ethiopic letters, by a model that knows
 * Romanised Hindi and the languages of Africa and tells them and seven frequent ones from others. Nothing when none is likely.
 */
export function languageOfText(text: string, languageModel = openModel()): TextLanguage | undefined {
  const words = languageWords(text.length > longestRead ? text.slice(0, longestRead) : text)
  const script = scriptOf(words)
  if (script === 'arabic' && countPersianLetters(words) === 0) return { language: 'ar', confidence: 0.99 }
  const evidence = weighLanguages(words)
  if (evidence.grams === 0) return undefined
  const likely = plainlyTold(script, evidence, words) ?? likeliestOf(words, script, evidence, languageModel)
  if (likely.language === unknown || likely.confidence < leastConfidence) return undefined
  return toldFromNear(likely, words)
}

/** What the table is so sure of that the model would hardly ever say otherwise; the model takes longer than the table. */
function plainlyTold(
  script: LanguageScript,
  { languages, sums, grams }: LanguageEvidence,
  words: string
): TextLanguage | undefined {
  if (script !== 'latin' || grams < plainGrams) return undefined
  let best = 0
  for (let n = 1; n < sums.length; n++) if ((sums[n] as number) > (sums[best] as number)) best = n
  const top = sums[best] as number
  if (top < plainEvidence * grams) return undefined
  for (let n = 0; n < sums.length; n++) if (n !== best && (sums[n] as number) > (1 - plainLead) * top) return undefined
  const language = languages[best] as string
  if (!languagesOfScript.latin.has(language) || (language === 'en' && mayBePidgin.test(words))) return undefined
  return { language, confidence: 0.995 }
}

function likeliestOf(words: string, script: LanguageScript, evidence: LanguageEvidence, languageModel: LinearModel) {
  return likeliest(script === 'other' ? scoresOfTable(evidence) : scoresOfBoth(words, script, evidence, languageModel))
}

type Scores = { readonly languages: string[]; readonly scores: number[] }

const unknown = '?'

function scoresOfTable({ languages, sums, grams }: LanguageEvidence): Scores {
  const weight = weightOfEvidenceAlone * trustIn(grams)
  const scores = Array.from(sums, sum => (weight * sum) / grams)
  const hindi = languages.indexOf('hi')
  if ((sums[hindi] as number) > 0) scores[hindi] = (scores[hindi] as number) + leadOfHindi
  return {
    languages: [...languages, unknown],
    scores: [...scores, weight * evidenceOfUnknown]
  }
}

function scoresOfBoth(
  words: string,
  script: Exclude<LanguageScript, 'other'>,
  evidence: LanguageEvidence,
  { classes, predict }: LinearModel
): Scores {
  const candidates = candidatesOf(script, evidence.languages, classes)
  const trust = trustIn(evidence.grams)
  const weight = weightOfEvidence * trust
  const logs = predict(describeLanguage(words)).map(p => weightOfModel * trust * Math.log(p + 1e-6))
  const found = candidates.map(({ inTable }) => (inTable < 0 ? 0 : (evidence.sums[inTable] as number) / evidence.grams))
  const most = Math.max(...found)
  const scores = candidates.map(({ inModel, share }, at) => {
    const mean = Math.max(found[at] as number, share * most)
    return (logs[inModel] as number) + weight * mean
  })
  if (script === 'arabic' && countPersianLetters(words) > 1) scores[0] = (scores[0] as number) - lagOfArabic
  return {
    languages: [...candidates.map(({ language }) => language), unknown],
    scores: [...scores, (logs[0] as number) + weight * evidenceOfUnknown]
  }
}

/** A language of a script: where it stands in the table (or -1) and in the model (0, `other`, where it does not), and its least share of evidence. */
type Candidate = {
  readonly language: string
  readonly inTable: number
  readonly inModel: number
  readonly share: number
}

const candidates = new Map<string, readonly Candidate[]>()

function candidatesOf(
  script: Exclude<LanguageScript, 'other'>,
  table: readonly string[],
  classes: readonly string[]
): readonly Candidate[] {
  const known = candidates.get(script)
  if (known) return known
  const found = [...languagesOfScript[script]].map(language => {
    const inModel = classes.findIndex(name => name === language || name === `${language}-Latn`)
    const inTable = table.indexOf(language)
    return { language, inTable, inModel: Math.max(0, inModel), share: shareOf(language, script, inTable) }
  })
  candidates.set(script, found)
  return found
}

/** The table knows Arabic and Hindi in their own letters only, and has read little Yoruba. */
function shareOf(language: string, script: LanguageScript, inTable: number): number {
  if (script === 'ethiopic') return 1
  if (language === 'pcm') return shareOfPidgin
  return inTable < 0 || ['ar', 'hi', 'yo'].includes(language) ? shareOfEvidence : 0
}

function likeliest({ languages, scores }: Scores): TextLanguage {
  const top = Math.max(...scores)
  let total = 0
  for (const score of scores) total += Math.exp(score - top)
  return { language: languages[scores.indexOf(top)] as string, confidence: asObserved(1 / total) }
}

/** Answers of less than 0.85 are right more often than their probability says. */
function asObserved(probability: number): number {
  return probability >= 0.85 ? probability : 0.85 - 0.57 * (0.85 - probability)
}

/** Of these the table knows nothing: one word of theirs may be a slip. */
const unknownToTable = new Set(['gl', 'af', 'ne', 'mk'])
const surelyTold = 0.9
/** Between these the table errs less than a few words. */
const toldByTable = new Set(['es', 'pt'])

/** What frequent words and letters say where languages are near each other. Indonesian, which the table calls Malay, needs none: ten times as many write it. */
function toldFromNear(likely: TextLanguage, words: string): TextLanguage {
  const { language, confidence } = likely
  if (language === 'ur' && !mayBeUrdu(words)) return { language: 'fa', confidence }
  const near = nearLanguage(language, words)
  if (language === 'ms')
    return near ? { language: near.language, confidence } : { language: 'id', confidence: Math.min(confidence, 0.7) }
  if (!near || near.language === language || toldByTable.has(near.language)) return likely
  const needed = confidence >= surelyTold || unknownToTable.has(near.language) ? 2 : 1
  return near.lead >= needed ? { language: near.language, confidence: Math.min(confidence, surelyTold) } : likely
}

function openModel(): LinearModel {
  model ??= linearModel(pack('more-languages'))
  return model
}

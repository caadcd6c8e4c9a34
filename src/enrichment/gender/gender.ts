import { pack } from '../packs/packs.ts'
import type { ProfileReading } from '../reading.ts'
import { hasWordOf } from '../text/read-text.ts'
import { enterWordList } from '../text/word-lists.ts'
import { type GenderModel, genderModel } from './gender-model.ts'
import { nameGender } from './name-gender.ts'
import { type Gender, selfWordsIn, statedPronouns, titleGender } from './stated-gender.ts'

/** A person's gender, how sure it is (0.8 to 1), and what it rests on: `pronouns`, `display name, description`. */
export type GenderSaid = { readonly value: Gender; readonly confidence: number; readonly from: string }

type Source = { readonly value: Gender; readonly confidence: number; readonly from: string }

const leastConfidence = 0.8
const surest = 0.99
let trained: GenderModel | undefined

/**
 * The gender of the person behind a profile; nothing when no source is sure enough or two of them disagree. What a person
 * states wins: pronouns decide alone, and whoever states "they" or several gets no value. For accounts of persons only.
 */
export function genderOf(reading: ProfileReading, model?: GenderModel): GenderSaid | undefined {
  const pronouns = statedPronouns(reading)
  if (pronouns === 'open') return undefined
  if (pronouns) return { value: pronouns, confidence: surest, from: 'pronouns' }
  const name = nameGender(reading.name)
  const sources = [fromTitle(reading), name.said, fromSelfWords(reading)].filter(source => source !== undefined)
  if (sources.some(({ value }) => value !== sources[0]?.value)) return undefined
  if (name.undecidable && sources.length === 0) return undefined
  if (sources.length > 0) return agreed(sources, () => guessOf(reading, model))
  const guess = guessOf(reading, model)
  return guess === undefined ? undefined : fromGuess(reading, name.female, guess)
}

function fromTitle(reading: ProfileReading): Source | undefined {
  const value = titleGender(reading)
  return value && { value, confidence: 0.97, from: 'title' }
}

function fromSelfWords(reading: ProfileReading): Source | undefined {
  const { female, male } = selfWordsIn(reading)
  if (female > 0 === male > 0) return undefined
  return {
    value: female > 0 ? 'female' : 'male',
    confidence: Math.max(female, male) > 1 ? 0.94 : 0.9,
    from: 'description'
  }
}

/** A description alone must be a sentence or two: the model was measured on profiles that have a handle as well. */
const fewestWords = 8

/** The probability of a woman by handle and description; nothing when there are none or too little. */
function guessOf(reading: ProfileReading, model?: GenderModel): number | undefined {
  const { profile, summary } = reading
  if (profile.handle === null && summary.tokens.length < fewestWords) return undefined
  if (!model) trained ??= genderModel(pack('gender'))
  return (model ?? trained)?.female(reading)
}

const strongDoubt = 0.05
// The model has read the words of a description, too: where it leans the other way, they were about somebody else.
const doubtOfWords = 0.5
const beyondDoubt = 0.95

/** Sources that agree; left out when handle and description, asked where there is room for doubt, speak against a single one. */
function agreed(sources: readonly Source[], ask: () => number | undefined): GenderSaid | undefined {
  const [first] = sources
  if (!first) return undefined
  if (sources.length === 1 && first.confidence < beyondDoubt) {
    const guess = ask() ?? 0.5
    if ((first.value === 'female' ? guess : 1 - guess) < (first.from === 'description' ? doubtOfWords : strongDoubt))
      return undefined
  }
  const doubt = sources.reduce((product, { confidence }) => product * (1 - confidence), 1)
  return said(first.value, Math.min(surest, 1 - doubt), sources.map(({ from }) => from).join(', '))
}

const speaksForMany = enterWordList(
  "we our us we're nosotros nuestra nuestro nous notre wir unser unsere noi nossa nosso".split(' ')
)

/** Handle and description alone, or with a name that leans to one side. */
function fromGuess({ summary }: ProfileReading, nameFemale: number | undefined, guess: number): GenderSaid | undefined {
  if (hasWordOf(speaksForMany, summary)) return undefined
  const female = nameFemale === undefined ? guess : together(nameFemale, guess)
  const from = nameFemale === undefined ? 'handle, description' : 'display name, handle, description'
  return said(female > 0.5 ? 'female' : 'male', Math.min(0.95, Math.max(female, 1 - female)), from)
}

function together(one: number, other: number): number {
  const odds = (one / (1 - one)) * (other / (1 - other))
  return odds / (1 + odds)
}

function said(value: Gender, confidence: number, from: string): GenderSaid | undefined {
  if (confidence < leastConfidence) return undefined
  return { value, confidence: Math.round(confidence * 100) / 100, from }
}

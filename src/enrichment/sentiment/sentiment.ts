import type { Confusion } from '../../model/confusion.ts'
import { type LinearFacts, type LinearModel, linearModel } from '../linear/linear-model.ts'
import type { Pack } from '../packs/pack.ts'
import { pack } from '../packs/packs.ts'
import type { PostReading } from '../reading.ts'
import { describeSentiment, type SentimentLexicon } from './sentiment-features.ts'

export type Sentiment = 'positive' | 'negative' | 'neutral'

/** The facts of the pack `sentiment`. */
export type SentimentFacts = LinearFacts & {
  /** The languages that it has learned from. */
  readonly languages: readonly string[]
  /** The languages that have a section `lexicon <language>`. */
  readonly lexicons: readonly string[]
  /** Measured in cross-validation. */
  readonly confusion: Confusion
}

type Opened = {
  readonly model: LinearModel
  readonly languages: ReadonlySet<string>
  readonly lexicon: SentimentLexicon
}
let opened: Opened | undefined

/**
 * The feeling of a post in a language (an ISO 639-1 code, or an empty string), and its probability. Nothing of a post
 * without words, and of one in a language that the model has not learned: nearly all of those would come out neutral.
 */
export function sentimentOf(
  { text }: PostReading,
  language: string
): { readonly value: Sentiment; readonly confidence: number } | undefined {
  if (text.tokens.length === 0) return
  opened ??= openSentiment(pack('sentiment'))
  const { model, languages, lexicon } = opened
  if (language !== '' && !languages.has(language)) return
  const probabilities = model.predict(describeSentiment(text, language, lexicon))
  const confidence = Math.max(...probabilities)
  return { value: model.classes[probabilities.indexOf(confidence)] as Sentiment, confidence }
}

function openSentiment(from: Pack): Opened {
  const { languages } = from.manifest.facts as SentimentFacts // Our own build wrote it.
  return { model: linearModel(from), languages: new Set(languages), lexicon: lexiconsOf(from) }
}

/** Each language's list is read when a post in it is first met. */
function lexiconsOf(from: Pack): SentimentLexicon {
  const { lexicons } = from.manifest.facts as SentimentFacts
  const read = new Map<string, ReadonlyMap<string, number>>()
  return {
    get(language) {
      if (!read.has(language) && lexicons.includes(language))
        read.set(language, readLexicon(from.text(`lexicon ${language}`)))
      return read.get(language)
    }
  }
}

/** Lines of a word, a space and its weight. */
function readLexicon(text: string): ReadonlyMap<string, number> {
  return new Map(
    text.split('\n').map(line => {
      const space = line.lastIndexOf(' ')
      return [line.slice(0, space), Number(line.slice(space + 1))]
    })
  )
}

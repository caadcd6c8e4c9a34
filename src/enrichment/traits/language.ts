import type { Post } from '../../model/post.ts'
import { detectLanguage } from '../language/detect-language.ts'
import { givenLanguage } from '../language/given-language.ts'
import { indonesianOrMalay } from '../language/indonesian-or-malay.ts'
import type { PostTrait } from '../trait.ts'

/** A language in ISO 639-1, or 639-3 where there is no shorter code. */
type SaidLanguage = { readonly language: string; readonly confidence: number; readonly from: 'network' | 'text' }

const longestRead = 2000 // Letters: the first few hundred decide.
const fewestWords = 3
const leastScore = 0.7
const leastLead = 0.1

/** The network's own label where it is a language, otherwise what the text looks like; nothing when neither is sure. */
export function languageOf(post: Pick<Post, 'lang' | 'text'>): SaidLanguage | undefined {
  const given = post.lang === null ? undefined : givenLanguage(post.lang)
  if (given !== undefined) return { language: given, confidence: 0.95, from: 'network' }
  return post.text === null ? undefined : languageOfText(post.text)
}

/** Confidence follows what was measured by length: docs/traits.md. */
export function languageOfText(text: string): SaidLanguage | undefined {
  const words = withoutNames(text.slice(0, longestRead))
  const count = countWords(words)
  if (count < fewestWords) return undefined
  const detected = detectLanguage(words)
  if (!detected || detected.score < leastScore || detected.lead < leastLead) return undefined
  const language = detected.language === 'ms' ? indonesianOrMalay(words) : detected.language
  return language === undefined ? undefined : { language, confidence: 1 - 0.2 / count, from: 'text' }
}

/** Links, handles and hashtags are the same in every language. */
const withoutNames = (text: string) => text.replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_]+|^RT\b/gu, ' ')

/** Two letters of a script that is written without spaces count as a word. */
function countWords(text: string) {
  let words = 0
  for (const [run] of text.matchAll(/\p{L}+/gu)) words += unspaced.test(run) ? run.length / 2 : 1
  return words
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const trait: PostTrait = {
  about: 'post',
  name: 'languages',
  infer({ post }) {
    const said = languageOf(post)
    return said && { language: said.language }
  }
}
export default trait

import type { Post } from '../../model/post.ts'
import { givenLanguage } from '../language/given-language.ts'
import { languageOfText, type TextLanguage } from '../language/text-language.ts'
import type { PostTrait } from '../trait.ts'

type SaidLanguage = TextLanguage & { readonly from: 'network' | 'text' }

/** The network's own label where it is a language, otherwise what the text looks like; nothing when neither is sure. */
export function languageOf(post: Pick<Post, 'lang' | 'text'>): SaidLanguage | undefined {
  const given = post.lang === null ? undefined : givenLanguage(post.lang)
  if (given !== undefined) return { language: given, confidence: 0.95, from: 'network' }
  const told = post.text === null ? undefined : languageOfText(post.text)
  return told && { ...told, from: 'text' }
}

const trait: PostTrait = {
  about: 'post',
  name: 'languages',
  infer({ post, text }) {
    const said = languageOf({ lang: post.lang, text: text.text })
    return said && { language: said.language }
  }
}
export default trait

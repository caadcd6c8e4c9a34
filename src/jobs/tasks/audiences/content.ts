import type { Targets } from '../../../analytics/targets/target.ts'
import { allOf, isOneOf, oneOf, quotedList } from './csdl-text.ts'
import type { WordConditions } from './read-words.ts'

/** What the targets of content are called: those of LinkedIn, which every service has. */
export const contentTargets = {
  text: 'li.all.content',
  url: 'li.all.articles.url',
  domain: 'li.all.articles.domain',
  company: 'li.all.mentions.company_names'
} as const

/** The kinds of concepts that content is about, as rows name them. To add one: a line here. */
const conceptKinds = [
  { type: 'hashtag', target: 'interaction.hashtags' },
  { type: 'interest', target: 'li.all.concepts.names' }
] as const

/** The kinds that there are here: those whose trait is not switched off. */
export function conceptKindsOf(targets: Targets) {
  return conceptKinds.filter(({ target }) => targets.find(target) !== undefined)
}

export const keywordConditions: WordConditions = {
  anyOf: texts => `${contentTargets.text} contains_any ${quotedList(texts)}`,
  allOf: texts => `${contentTargets.text} contains_all ${quotedList(texts)}`
}

/** A concept is asked for by its name, whatever kind it is of; rows show names in lower case. */
export function conceptConditions(targets: Targets): WordConditions {
  const anyOf = (texts: readonly string[]) => {
    const names = texts.map(text => text.toLowerCase())
    return oneOf(conceptKindsOf(targets).map(({ target }) => isOneOf(target, names)))
  }
  return { anyOf, allOf: texts => allOf(texts.map(text => anyOf([text]))) }
}

import { type FeatureSet, hashOf, hashOfPair } from '../linear/feature-set.ts'
import { kinds } from './account-kinds.ts'

const ruleNames = [
  'name of others',
  'name of a trade',
  'name of a role',
  'name of several',
  'possessive name',
  'name unknown',
  'name of both',
  'name of a person',
  'first name at 0',
  'first name at 1',
  'title',
  'no bio',
  'group 0',
  'group 1',
  'group 2',
  'person 0',
  'person 1',
  'person 2',
  'role 0',
  'role 1',
  'role 2',
  'role 3',
  'trade 0',
  'trade 1',
  'trade 2',
  'trade 3',
  'bio begins with name',
  'has link',
  'link to a network',
  'link is name',
  'link is handle'
] as const

/** What a rule says of an account. */
export type Rule = (typeof ruleNames)[number]

// Every account has some of these few, and half a hundred pairs of them: hashed once, not at each profile.
const numbers: ReadonlyMap<Rule, number> = new Map(ruleNames.map((rule, number) => [rule, number]))
const alone = ruleNames.map(rule => hashOf(kinds.rule, rule))
const inPairs = ruleNames.map(rule => ruleNames.map(other => hashOfPair(kinds.rulePair, rule, other)))

/** Adds rules alone and in pairs: a first name with "we" in the bio is another case than either alone. */
export function addRules(features: FeatureSet, rules: readonly Rule[]): void {
  const found = rules.map(rule => numbers.get(rule) as number)
  for (let at = 0; at < found.length; at++) {
    const rule = found[at] as number
    const pairs = inPairs[rule] as number[]
    features.addHash(alone[rule] as number)
    for (let later = at + 1; later < found.length; later++) features.addHash(pairs[found[later] as number] as number)
  }
}

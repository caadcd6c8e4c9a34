import { type Interest, interests } from '../../model/interests.ts'
import { pack } from '../packs/packs.ts'
import type { PostReading } from '../reading.ts'
import type { ReadText } from '../text/read-text.ts'
import { openTermTable, type TermTable, weighTerms } from './term-table.ts'

export { sensitiveInterests } from '../../model/interests.ts'

/** An interest that a text is about, and how probably it is. */
export type InterestScore = { readonly interest: Interest; readonly score: number }

/** The facts of the pack `interests`. */
export type InterestFacts = {
  /** In the order by which the sections number them. */
  readonly interests: readonly Interest[]
  /** What a weak, a plain and a strong term weigh. */
  readonly classWeights: readonly number[]
  /** The family of each interest, by number; -1 for none. */
  readonly kin: readonly number[]
  /** How much of its kin's evidence counts for an interest that has some of its own. */
  readonly lent: number
  /** The probability is logistic(bias + slope * evidence), the bias by interest. */
  readonly biases: readonly number[]
  readonly slope: number
  /** Evidence beyond it adds nothing. */
  readonly mostEvidence: number
  /** What is less probable is not said. */
  readonly threshold: number
}

const mostInterests = 3
let opened: { readonly facts: InterestFacts; readonly terms: TermTable } | undefined

/** What a post is about: at most three interests, the most probable first; none where no one is probable enough. */
export function interestsOf({ text }: PostReading): readonly InterestScore[] {
  return interestsOfText(text)
}

/** What a text, such as a bio, is about; as `interestsOf`. */
export function interestsOfText({ tokens }: ReadText): readonly InterestScore[] {
  opened ??= openInterests()
  const { facts, terms } = opened
  evidence.fill(0)
  weighTerms(terms, tokens, facts.classWeights, evidence)
  return mostProbable(evidence, facts)
}

const evidence = new Float32Array(interests.length)
const ofKin = new Float32Array(interests.length)

/** The interests whose evidence makes them probable enough; exported for the bench, which measures other facts. */
export function mostProbable(evidence: Float32Array, facts: InterestFacts): InterestScore[] {
  const { kin, lent, biases, slope, mostEvidence, threshold } = facts
  ofKin.fill(0)
  for (let at = 0; at < evidence.length; at++) {
    const family = kin[at] as number
    if (family >= 0) ofKin[family] = (ofKin[family] as number) + (evidence[at] as number)
  }
  const found: InterestScore[] = []
  for (let at = 0; at < evidence.length; at++) {
    const own = evidence[at] as number
    if (own === 0) continue
    const family = kin[at] as number
    const whole = family < 0 ? own : own + lent * ((ofKin[family] as number) - own)
    const score = logistic((biases[at] as number) + slope * Math.min(whole, mostEvidence))
    if (score >= threshold) found.push({ interest: facts.interests[at] as Interest, score })
  }
  return found.sort((a, b) => b.score - a.score).slice(0, mostInterests)
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

function openInterests() {
  const from = pack('interests')
  return { facts: from.manifest.facts as InterestFacts, terms: openTermTable(from) }
}

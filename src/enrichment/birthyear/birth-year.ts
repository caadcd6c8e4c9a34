import type { ProfileReading } from '../reading.ts'
import { hasWordOf, type ReadText } from '../text/read-text.ts'
import * as age from './age-patterns.ts'
import * as birth from './birth-patterns.ts'

/** The year of birth that a person states, how sure it is, and what it rests on. An age gives the year up to one too late. */
export type BirthYearSaid = {
  readonly value: number
  readonly confidence: number
  readonly from: 'stated birth year' | 'stated age'
}

type Ages = { readonly youngest: number; readonly oldest: number }
/** When a statement was read, and which ages are taken from it. */
type Moment = Ages & { readonly observed: number }

const believable: Ages = { youngest: 13, oldest: 100 }
const window = 64
const twoDigits = /\d\d/

/**
 * The year of birth by an age or year that the description or name states, in English, Spanish, Portuguese, French, German,
 * Italian, and the plain forms in a dozen other languages. Nothing is guessed, ages under 13 and over 100 are refused,
 * and two statements that disagree are none.
 */
export function birthYearOf(reading: ProfileReading): BirthYearSaid | undefined {
  if (isMany(reading.summary)) return undefined
  const said = statementsIn(reading, believable)
  const [best] = said.toSorted((a, b) => b.confidence - a.confidence)
  const isContradicted = said.some(other => best && Math.abs(other.value - best.value) > 1)
  return isContradicted ? undefined : best
}

/** Whether an age or a year of birth is stated at all, be it refused or contradicted. */
export function statesAge(reading: ProfileReading): boolean {
  return statementsIn(reading, { youngest: 0, oldest: 130 }).length > 0
}

function statementsIn({ profile, summary, name }: ProfileReading, ages: Ages): BirthYearSaid[] {
  if (!twoDigits.test(summary.text) && !twoDigits.test(name.text)) return []
  const observed = new Date(profile.observedAt).getUTCFullYear()
  return [...statements(summary.text, { observed, ...ages }), ...statementsOfName(name.text, { observed, ...ages })]
}

const isMany = (summary: ReadText) => hasWordOf(birth.speaksAsMany, summary) && !hasWordOf(birth.speaksAsOne, summary)

function statements(raw: string, moment: Moment): BirthYearSaid[] {
  const { observed, youngest, oldest } = moment
  if (!twoDigits.test(raw)) return []
  const text = raw.toLowerCase().replaceAll('’', "'")
  const found: BirthYearSaid[] = []
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    if (digits.length !== 2 && digits.length !== 4) continue
    const before = text.slice(Math.max(0, index - window), index)
    const behind = text.slice(index + digits.length, index + digits.length + window)
    if (digits.length === 4 && (Number(digits) > observed - youngest || Number(digits) < observed - oldest)) continue
    const said =
      digits.length === 4 ? yearOfBirth(Number(digits), before, behind) : ofTwoDigits(digits, before, behind, moment)
    if (said && said.value <= observed - youngest && said.value >= observed - oldest) found.push(said)
  }
  return found
}

/** `Anna, 24` and `Anna (24)`. */
function statementsOfName(text: string, { observed, youngest }: Moment): BirthYearSaid[] {
  const stated = /^\p{L}[\p{L} '-]{1,30}(?:, ?| ?\()(\d\d)\)?$/u.exec(text)
  const years = Number(stated?.[1])
  return years >= youngest && years < 60 ? [{ value: observed - years, confidence: 0.95, from: 'stated age' }] : []
}

function yearOfBirth(value: number, before: string, behind: string): BirthYearSaid | undefined {
  if (/^\s?-\s?\d|^\+/.test(behind) || /\d\s?-\s?$/.test(before)) {
    if (!/\d-\d{1,2}-$/.test(before)) return undefined
  }
  const isBorn =
    birth.bornBefore.test(before) ||
    birth.starBefore.test(before) ||
    birth.cohortBefore.test(before) ||
    birth.cohortBehind.test(behind)
  if (!isBorn || birth.otherBorn.test(before) || isOfFamily(before)) return undefined
  return { value, confidence: 0.98, from: 'stated birth year' }
}

function isOfFamily(before: string) {
  const part = age.partBefore.exec(before)?.[0] ?? ''
  const sentence = part.split(/(?<!(?:^|[\s(])b)\.\s/u).at(-1) ?? ''
  return age.ofFamily.test(sentence) || age.ofFamilyDirectly.test(sentence)
}

function ofTwoDigits(
  digits: string,
  before: string,
  behind: string,
  { observed, youngest }: Moment
): BirthYearSaid | undefined {
  const number = Number(digits)
  const isYear =
    birth.bornShortBefore.test(before) ||
    birth.cohortBefore.test(before) ||
    (birth.cohortShortBehind.test(behind) && !/\d$/.test(before)) ||
    (birth.cohortKidBefore.test(before) && birth.cohortBehind.test(behind))
  if (isYear) {
    if (isOfFamily(before)) return undefined
    const value = number + (2000 + number <= observed - youngest ? 2000 : 1900)
    return { value, confidence: 0.95, from: 'stated birth year' }
  }
  const confidence = confidenceOfAge(number, before, behind)
  return confidence === 0 || number < youngest
    ? undefined
    : { value: observed - number, confidence, from: 'stated age' }
}

/** How surely a number is the person's age; 0 = it is none. */
function confidenceOfAge(number: number, before: string, behind: string): number {
  const confidence = confidenceOfSomeAge(number, before, behind)
  return confidence > 0 && isOfFamily(before) ? 0 : confidence
}

/** The same of an age that may be a child's. */
function confidenceOfSomeAge(number: number, before: string, behind: string): number {
  if (age.otherBehind.test(behind) || (age.otherBefore.test(before) && !isBetweenStrokes(before, behind))) return 0
  const old = age.oldBehind.exec(behind)
  if (old) return saysOld(before, behind.slice(old[0].length)) ? 0.97 : 0
  if (age.turkishOldBehind.test(behind)) return age.notOldBefore.test(before) ? 0 : 0.97
  const isStated = age.statedBefore.test(before)
  const isApart = age.boundaryBefore.test(before)
  if (age.yearsBehind.test(behind)) return isStated || isApart || isPersonOf(before) ? 0.95 : 0
  if (age.englishYearsBehind.test(behind)) return isApart ? 0.95 : 0
  if (isStated) return age.statedBehind.test(behind) ? 0.97 : 0
  if (isApart && age.sexBehind.test(behind)) return 0.95
  if (age.sexBefore.test(before) && (age.boundaryBehind.test(behind) || behind.startsWith('/'))) return 0.95
  return number < 60 && standsAlone(before, behind) ? 0.95 : 0
}

function saysOld(before: string, behind: string) {
  if (
    age.notOldBefore.test(before) ||
    (age.familyBehind.test(behind) &&
      !/^[\s-]*(?:dad|mom|mum|mother|father|mommy|daddy|boy|girl|wife|husband|uncle|aunt)/.test(behind))
  )
    return false
  if (age.thingBehind.test(behind)) return false
  return !age.articleBefore.test(before) || age.personBehind.test(behind)
}

const isPersonOf = (before: string) =>
  age.personOfBefore.test((age.partBefore.exec(before)?.[0] ?? '').replace(/^.*[.,]\s/u, ''))

const isBetweenStrokes = (before: string, behind: string) =>
  /(?:^|[^\p{L}\p{N}])\p{L}{1,12}\s?\/\s?$/u.test(before) && /^\s?(?:\/\s?\p{L}|$)/u.test(behind)

/** A number that is a part of its own: first of all, beside pronouns, or between strokes, points or emoji. */
function standsAlone(before: string, behind: string) {
  if (/^[\p{L}(]/u.test(behind)) return false
  if (age.numberedBefore.test(before) || age.digitNear.test(behind) || age.digitBefore.test(before)) return false
  if (age.pronounsBefore.test(before) && age.boundaryBehind.test(behind)) return true
  if (isBetweenStrokes(before, behind)) return true
  if (!age.boundaryBefore.test(before)) return false
  if (age.pronounsBehind.test(behind)) return true
  return (
    (age.boundaryBehind.test(behind) && !/^\s*$/.test(before + behind)) ||
    (/^\s*$/.test(before) && /^\s*$/.test(behind))
  )
}

import { type Privacy, publishCounts, publishPeople } from './privacy.ts'

/** How many people of one group are told of, by the rules of privacy.ts; 0 where nothing is. */
export type ToldPeople = {
  /** Of those with any value of a field: 0 leaves the whole field empty. */
  withAny(field: string, people: number): number
  /** Of those with one value of it. */
  withValue(field: string, value: string, people: number): number
  /** The same of a sum of parts of people, at most 1 of each. */
  parts(field: string, value: string, counted: { readonly people: number; readonly sum: number }): number
  /** How many more there may be than are told of. */
  readonly mostLost: number
  /** Whether nobody is all that a 0 can mean. */
  readonly isZeroNobody: boolean
}

/** `question` names the group: the same people in the same words (privacy.ts says why). */
export function toldPeople(privacy: Privacy, question: string): ToldPeople {
  const { minAuthors, minTotal, roundTo, jitterKey } = privacy
  return {
    withAny: (field, people) => publishPeople(people, minTotal, privacy, { question, point: field }) ?? 0,
    withValue: (field, value, people) =>
      publishPeople(people, minAuthors, privacy, { question, point: pointOf(field, value) }) ?? 0,
    parts(field, value, { people, sum }) {
      // A person more or less changes the sum by 1 at most, as it does their number: it is rounded like one.
      const exact = { interactions: Math.floor(sum), unique_authors: people }
      const told = publishCounts(exact, minAuthors, privacy, { question, point: pointOf(field, value) })
      if (!told) return 0
      return roundTo === 1 ? sum : told.interactions
    },
    // A shift takes up to twice as many as rounding.
    mostLost: roundTo === 1 ? 0 : roundTo * (jitterKey === '' ? 1 : 3),
    isZeroNobody: minAuthors === 1 && roundTo === 1
  }
}

const pointOf = (field: string, value: string) => `${field} ${value}`

import { countryNames } from '../../../model/countries.ts'
import { interests as interestNames } from '../../../model/interests.ts'
import { accountTypes as accountTypeNames } from '../../../model/traits.ts'

/** A value that a dimension can have, with its name for people. */
export type Segment = { readonly title: string; readonly value: string }

/** Words that titles keep small. */
const small = new Set(['and', 'of', 'the'])
const initials: Readonly<Record<string, string>> = { cxo: 'CXO', tv: 'TV', vp: 'VP' }

/** A value as people read it. */
export const titleOf = (value: string) =>
  initials[value] ??
  value.replaceAll('_', ' ').replace(/[a-z]+/g, (word, at: number) => {
    return at > 0 && small.has(word) ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  })

const segmentsOf = (values: readonly string[]): readonly Segment[] =>
  values.map(value => ({ title: titleOf(value), value }))

/** Values are in lower case, as the original had them. */
export const countries: readonly Segment[] = [...countryNames.values()]
  .map(title => ({ title, value: title.toLowerCase() }))
  .sort((one, other) => (one.value < other.value ? -1 : 1))

export const genders = segmentsOf(['male', 'female', 'unknown'])

export const ages = segmentsOf(['18-24', '25-34', '35-54', '55+', 'unknown'])

export const seniorities = segmentsOf([
  ...['cxo', 'director', 'entry', 'manager', 'owner', 'partner', 'senior', 'training', 'unpaid', 'vp']
])

export const functions = segmentsOf([
  ...['accounting', 'administrative', 'arts and design', 'business development', 'community and social services'],
  ...['consulting', 'education', 'engineering', 'entrepreneurship', 'finance', 'healthcare services'],
  ...['human resources', 'information technology', 'legal', 'marketing', 'media and communication'],
  ...['military and protective services', 'operations', 'product management', 'program and project management'],
  ...['purchasing', 'quality assurance', 'real estate', 'research', 'sales', 'support']
])

/** Those of the original that are known; there were more. */
export const sectors = segmentsOf(['corporate', 'finance', 'high-tech', 'legal'])
export const industries = segmentsOf(['government administration', 'internet'])

/** The ranges of employees that LinkedIn publishes for companies. */
export const companySizes = segmentsOf([
  ...['1', '2-10', '11-50', '51-200', '201-500', '501-1000', '1001-5000', '5001-10000', '10001+']
])

export const accountTypes = segmentsOf(accountTypeNames)

export const interests = segmentsOf(interestNames)

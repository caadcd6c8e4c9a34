import type { Targets } from '../../../analytics/targets/target.ts'
import {
  accountTypes,
  ages,
  companySizes,
  countries,
  functions,
  genders,
  industries,
  interests,
  type Segment,
  sectors,
  seniorities
} from './segments.ts'

/** What an audience is described by and broken down into. */
export type Dimension = {
  /** As audiences name it, and the set of the Reference API. */
  readonly name: string
  /** One segment of it: the other name by which clients know it, and the key of a row. */
  readonly segment: string
  /** LinkedIn's names of targets stand for the same columns in every service. */
  readonly target: string
  /** The segments that are known from the start. */
  readonly segments: readonly Segment[]
  /** Whether there are others: then any text may be asked for, and the data says which there are. */
  readonly isOpen: boolean
  /** What only LinkedIn's members state: accepted everywhere, as its clients ask for it, and listed for LinkedIn only. */
  readonly isOfLinkedIn: boolean
}

const member = 'li.user.member'

const closed = (name: string, segment: string, target: string, segments: readonly Segment[]): Dimension => {
  return { name, segment, target, segments, isOpen: false, isOfLinkedIn: false }
}
const open = (name: string, segment: string, target: string): Dimension => {
  return { name, segment, target, segments: [], isOpen: true, isOfLinkedIn: false }
}
const stated = (name: string, segment: string, target: string, segments: readonly Segment[] = []): Dimension => {
  return { ...open(name, segment, `${member}.${target}`), segments, isOfLinkedIn: true }
}

/** The one list of dimensions. To add one: a line here. */
export const dimensions: readonly Dimension[] = [
  { ...stated('functions', 'function', 'functions', functions), isOpen: false },
  { ...stated('seniorities', 'seniority', 'seniorities', seniorities), isOpen: false },
  stated('sectors', 'sector', 'employer_industry_sectors', sectors),
  stated('company_sizes', 'company_size', 'employer_company_sizes', companySizes),
  stated('degree_groups', 'degree_group', 'degree_groups'),
  closed('countries', 'country', `${member}.country`, countries),
  closed('genders', 'gender', `${member}.gender`, genders),
  closed('ages', 'age', `${member}.age`, ages),
  stated('minor_continents', 'minor_continent', 'minor_continents'),
  stated('field_groups', 'field_group', 'field_groups'),
  stated('custom_segments', 'custom_segment', 'custom_segments'),
  stated('education_statuses', 'education_status', 'education_statuses'),
  stated('industries', 'industry', 'employer_industry_names', industries),
  stated('occupations', 'occupation', 'occupations'),
  stated('skills', 'skill', 'skills'),
  open('metro_areas', 'metro_area', `${member}.metro_area`),
  closed('account_types', 'account_type', `${member}.type`, accountTypes),
  closed('interests', 'interest', 'interaction.author.interests', interests),
  open('languages', 'language', 'interaction.language')
]

/** The dimensions that there are here: those whose trait is not switched off. */
export function dimensionsOf(targets: Targets): readonly Dimension[] {
  return dimensions.filter(dimension => targets.find(dimension.target) !== undefined)
}

/** By either of its names. */
export function findDimension(name: string, targets: Targets): Dimension | undefined {
  return dimensionsOf(targets).find(dimension => dimension.name === name || dimension.segment === name)
}

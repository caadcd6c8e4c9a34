import type { Targets } from '../../../analytics/targets/target.ts'
import {
  ages,
  companySizes,
  countries,
  functions,
  genders,
  industries,
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
  readonly target: string
  /** The segments that are known from the start. */
  readonly segments: readonly Segment[]
  /** Whether there are others: then any text may be asked for, and the data says which there are. */
  readonly isOpen: boolean
}

const closed = (name: string, segment: string, target: string, segments: readonly Segment[]): Dimension => {
  return { name, segment, target: `li.user.member.${target}`, segments, isOpen: false }
}
const open = (name: string, segment: string, target: string, segments: readonly Segment[] = []): Dimension => {
  return { name, segment, target: `li.user.member.${target}`, segments, isOpen: true }
}

/** The one list of dimensions. LinkedIn's names of targets stand for the same columns in every service. To add one: a line here. */
export const dimensions: readonly Dimension[] = [
  closed('functions', 'function', 'functions', functions),
  closed('seniorities', 'seniority', 'seniorities', seniorities),
  open('sectors', 'sector', 'employer_industry_sectors', sectors),
  open('company_sizes', 'company_size', 'employer_company_sizes', companySizes),
  closed('countries', 'country', 'country', countries),
  closed('genders', 'gender', 'gender', genders),
  closed('ages', 'age', 'age', ages),
  open('custom_segments', 'custom_segment', 'custom_segments'),
  open('industries', 'industry', 'employer_industry_names', industries),
  open('occupations', 'occupation', 'occupations'),
  open('skills', 'skill', 'skills'),
  open('metro_areas', 'metro_area', 'metro_area')
]

/** The dimensions that there are here: those whose trait is not switched off. */
export function dimensionsOf(targets: Targets): readonly Dimension[] {
  return dimensions.filter(dimension => targets.find(dimension.target) !== undefined)
}

/** By either of its names. */
export function findDimension(name: string, targets: Targets): Dimension | undefined {
  return dimensionsOf(targets).find(dimension => dimension.name === name || dimension.segment === name)
}

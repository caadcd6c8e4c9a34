import type { Targets } from '../../analytics/targets/target.ts'
import { NotFound } from '../../errors.ts'
import type { Service } from '../../model/ids.ts'
import { type Dimension, dimensions, dimensionsOf } from '../tasks/audiences/dimensions.ts'
import { quote } from '../tasks/audiences/read-members.ts'
import { type Segment, titleOf } from '../tasks/audiences/segments.ts'

/** `name` is for people, the slug for requests. */
type ReferenceSet = { readonly name: string; readonly slug: string; readonly description: string }
type ReferenceValues = { readonly count: number; readonly values: readonly Segment[] }

/** Which values audiences can be described by. */
export type Reference = {
  sets(service: Service): readonly ReferenceSet[]
  /** The values of a set, by its slug with or without the leading slash; throws NotFound. */
  values(service: Service, slug: string): Promise<ReferenceValues>
}

export type ReferenceSources = {
  readonly targets: Targets
  /** The most frequent values of a target among all that the service holds, as freqDist publishes them: rare ones are not told. */
  frequentValues(service: Service, target: string): Promise<readonly string[]>
}

/** The sets of LinkedIn in the order of the original. Those that are no dimension here have no values. */
const setsOfLinkedIn = [
  ...['functions', 'seniorities', 'sectors', 'company_sizes', 'field_names', 'degree_groups', 'countries', 'genders'],
  ...['ages', 'minor_continents', 'field_groups', 'custom_segments', 'education_statuses', 'industries'],
  ...['demographic_values', 'occupations']
]

/** The set of the values of all others. */
const allValues = 'demographic_values'

export function createReference({ targets, frequentValues }: ReferenceSources): Reference {
  const own = dimensionsOf(targets).filter(({ isOfLinkedIn }) => !isOfLinkedIn)
  const setsOf = (service: Service) =>
    service === 'linkedin' ? setsOfLinkedIn : [...own.map(({ name }) => name), allValues]

  async function valuesOf({ target, segments, isOpen }: Dimension, service: Service): Promise<readonly Segment[]> {
    if (!isOpen || !targets.find(target)) return segments
    const found = await frequentValues(service, target)
    const known = new Set(segments.map(({ value }) => value))
    return [...segments, ...found.filter(value => !known.has(value)).map(value => ({ title: value, value }))]
  }

  return {
    sets: service => setsOf(service).map(name => ({ name: titleOf(name), slug: `/${name}`, description: '' })),
    async values(service, slug) {
      const wanted = slug.replace(/^\/+|\/+$/g, '')
      const names = setsOf(service)
      if (!names.includes(wanted))
        throw new NotFound(`There is no reference set ${quote(slug)}; there are: ${names.join(',')}`)
      const asked = dimensions.filter(({ name }) => names.includes(name) && (wanted === allValues || name === wanted))
      const values = (await Promise.all(asked.map(dimension => valuesOf(dimension, service)))).flat()
      return { count: values.length, values }
    }
  }
}

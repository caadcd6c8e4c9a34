import { describePlace } from '../places/describe-place.ts'
import { findPlace } from '../places/resolve-place.ts'
import type { InferredOfProfile, ProfileTrait } from '../trait.ts'

type Published = { readonly columns: InferredOfProfile['columns']; readonly name: string }

// Most people live in few places. What is published of a place never changes, so it is written once for many profiles.
const published = new Map<number, Published>()
/** About 1 KB each. */
const mostRemembered = 8000

function publish(place: number): Published {
  const before = published.get(place)
  if (before) return before
  if (published.size >= mostRemembered) published.clear()
  const described = describePlace(place)
  const { country_code, continent, metro_area = '' } = described.location
  const columns = {
    place: JSON.stringify(described),
    country: country_code,
    continent,
    globalMetroArea: described.global_metro_area ?? '',
    usMetroArea: metro_area
  }
  const said = { columns, name: described.name }
  published.set(place, said)
  return said
}

const trait: ProfileTrait = {
  about: 'profile',
  name: 'place',
  infer({ profile: { location, timeZone } }) {
    const found = findPlace({ location, timeZone })
    if (!found) return undefined
    const { columns, name } = publish(found.place)
    return { columns, evidence: [{ trait: 'place', value: name, confidence: found.confidence, from: found.from }] }
  }
}
export default trait

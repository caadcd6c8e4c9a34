import { resolvePlace } from '../places/resolve-place.ts'
import type { ProfileTrait } from '../trait.ts'

const trait: ProfileTrait = {
  about: 'profile',
  name: 'place',
  infer({ profile: { location, timeZone, lang } }) {
    const said = resolvePlace({ location, timeZone, lang })
    if (!said) return undefined
    const { confidence, from, ...place } = said
    const { country_code, continent, metro_area = '' } = place.location
    return {
      columns: {
        place: JSON.stringify(place),
        country: country_code,
        continent,
        globalMetroArea: place.global_metro_area ?? '',
        usMetroArea: metro_area
      },
      evidence: [{ trait: 'place', value: place.name, confidence, from }]
    }
  }
}
export default trait

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { resolvePlace } from './resolve-place.ts'

const nobody = { timeZone: null }

/** `City Boston, Massachusetts, US`, or `nothing`. */
function told(location: string, timeZone: string | null = null): string {
  const place = resolvePlace({ location, timeZone })
  if (!place) return 'nothing'
  const { state, country_code } = place.location
  return [`${place.type} ${place.name}`, ...(place.type === 'City' && state ? [state] : []), country_code].join(', ')
}

const toldOf = (locations: readonly string[]) =>
  Object.fromEntries(locations.map(location => [location, told(location)]))

test('a city is told with its ids, region, time zone, and metro areas', () => {
  const place = resolvePlace({ location: 'Boston, USA', ...nobody })
  assert.ok(place && place.confidence > 0.95)
  assert.deepEqual(
    { ...place, confidence: 1 },
    {
      type: 'City',
      name: 'Boston',
      city: true,
      geo_name_id: 4930956,
      global_metro_area: 'Boston',
      location: {
        city: 'Boston',
        state: 'Massachusetts',
        state_abbreviation: 'MA',
        country: 'United States',
        country_code: 'US',
        continent: 'NA',
        time_zone: 'America/New_York',
        utc_offset: '-18000',
        metro_area: 'Boston-Cambridge-Newton, MA-NH',
        population: 675647,
        place_type: 'City',
        coordinates: { latitude: 42.35843, longitude: -71.05977 }
      },
      confidence: 1,
      from: 'location'
    }
  )
})

test('a state or a country beside a name says which place of that name is meant', () => {
  assert.deepEqual(
    toldOf(['Paris', 'Paris, Texas', 'Paris TX', 'Berlin, DE', 'Wilmington, DE', 'Kansas City', 'Columbus, Ohio']),
    {
      Paris: 'City Paris, Île-de-France, FR',
      'Paris, Texas': 'City Paris, Texas, US',
      'Paris TX': 'City Paris, Texas, US',
      'Berlin, DE': 'City Berlin, Berlin, DE',
      'Wilmington, DE': 'City Wilmington, Delaware, US',
      'Kansas City': 'City Kansas City, Missouri, US',
      'Columbus, Ohio': 'City Columbus, Ohio, US'
    }
  )
})

test('what is ambiguous falls back to the state, then to the country, then to nothing', () => {
  assert.deepEqual(toldOf(['California, USA', 'Springfield', 'Portland', 'Washington', 'Cambridge']), {
    'California, USA': 'State California, US',
    Springfield: 'Country United States, US',
    Portland: 'City Portland, Oregon, US',
    Washington: 'Country United States, US',
    Cambridge: 'nothing'
  })
})

test('a time zone tips the scales between places of one name, and London is no place by itself', () => {
  assert.equal(told('Cambridge', 'London'), 'Country United Kingdom, GB')
  assert.equal(resolvePlace({ location: null, timeZone: 'London' }), undefined)
})

test('people may write what they call a place, in their own script, with a flag', () => {
  const locations = [
    'NYC',
    'Philly',
    'Cali',
    'the 305',
    'the Bay Area',
    '東京',
    '大阪府',
    '北京',
    'Москва',
    'القاهرة',
    '서울',
    'España',
    'Paris 🇫🇷'
  ]
  assert.deepEqual(toldOf(locations), {
    NYC: 'City New York City, New York, US',
    Philly: 'City Philadelphia, Pennsylvania, US',
    Cali: 'State California, US',
    'the 305': 'City Miami, Florida, US',
    'the Bay Area': 'City San Francisco, California, US',
    東京: 'City Tokyo, Tokyo, JP',
    大阪府: 'Province Ōsaka, JP',
    北京: 'City Beijing, Beijing, CN',
    Москва: 'City Moscow, Moscow, RU',
    القاهرة: 'City Cairo, Cairo, EG',
    서울: 'City Seoul, Seoul, KR',
    España: 'Country Spain, ES',
    'Paris 🇫🇷': 'City Paris, Île-de-France, FR'
  })
})

test('of several places the first is told, or what they are in together', () => {
  assert.deepEqual(
    toldOf(['London and Rome', 'NYC | LA', 'Minneapolis / St. Paul, MN', 'Houston, Dallas & Austin, TX']),
    {
      'London and Rome': 'City London, England, GB',
      'NYC | LA': 'Country United States, US',
      'Minneapolis / St. Paul, MN': 'City Minneapolis, Minnesota, US',
      'Houston, Dallas & Austin, TX': 'State Texas, US'
    }
  )
})

test('districts of Congress are in their states, and Washington gives way to the home beside it', () => {
  assert.deepEqual(
    toldOf([
      'Texas 21st District',
      'TX-07',
      '#TX23',
      "NH's 2nd District",
      'Phoenix, AZ / Washington, DC',
      'Washington, DC'
    ]),
    {
      'Texas 21st District': 'State Texas, US',
      'TX-07': 'State Texas, US',
      '#TX23': 'State Texas, US',
      "NH's 2nd District": 'State New Hampshire, US',
      'Phoenix, AZ / Washington, DC': 'City Phoenix, Arizona, US',
      'Washington, DC': 'City Washington, Washington, D.C., US'
    }
  )
})

test('jokes, the world, and words that are also towns are nowhere', () => {
  const locations = [
    'earth',
    'Worldwide',
    'everywhere',
    'in your heart',
    'Hogwarts',
    'Paradise',
    'she/her',
    '127.0.0.1',
    'IT IS HOT IN HERE',
    '83827',
    ''
  ]
  assert.deepEqual([...new Set(locations.map(location => told(location)))], ['nothing'])
})

test('without a location the time zone tells the country where it is one country’s', () => {
  const zoned = (timeZone: string | null, location: string | null = null) => {
    const place = resolvePlace({ location, timeZone })
    return place && [place.type, place.location.country_code, place.from].join(' ')
  }
  assert.deepEqual(
    ['Eastern Time (US & Canada)', 'America/Chicago', 'Quito', 'Pacific Time (US & Canada)', null].map(zone =>
      zoned(zone)
    ),
    ['Country US time zone', 'Country US time zone', undefined, undefined, undefined]
  )
  assert.equal(zoned('Eastern Time (US & Canada)', 'in your heart'), undefined)
})

test('coordinates are read as people write them: with signs, letters, names or minutes, in brackets, with decimal commas', () => {
  const spellings = [
    '40.7128, -74.0060',
    '[40.7128, -74.0060]',
    '40.7128/-74.0060',
    '40,7128; -74,0060',
    '40.7128° N, 74.0060° W',
    'N40.7128, W74.0060',
    'lat: 40.7128, long: -74.0060',
    '40°42′46″N 74°00′22″W',
    `40° 42' 46" N, 74° 0' 22" W`
  ]
  assert.deepEqual([...new Set(spellings.map(written => told(written)))], ['City New York City, New York, US'])
  assert.equal(told('33°52′S 151°12′E'), 'City Sydney, New South Wales, AU')
})

test('two numbers without fractions or signs are no coordinates', () => {
  assert.deepEqual(
    ['24, 7', '24/7', '5 10', '1,2;3'].map(written => told(written)),
    ['nothing', 'nothing', 'nothing', 'nothing']
  )
})

test('a word that is the code of a province too is one behind a comma, and "no" is no place', () => {
  assert.deepEqual(toldOf(['London, ON', 'London, on the Thames', 'no', 'NO']), {
    'London, ON': 'City London, Ontario, CA',
    'London, on the Thames': 'City London, England, GB',
    no: 'nothing',
    NO: 'nothing'
  })
})

test('who names a province that is all one city means the city', () => {
  assert.equal(told('București'), 'City Bucharest, Bucureşti, RO')
})

test('coordinates are in the city around them', () => {
  assert.equal(told('ÜT: 40.7,-74.0'), 'City New York City, New York, US')
  assert.equal(told('-33.979526,18.464824'), 'City Claremont, Western Cape, ZA')
  assert.equal(told('48.8° N, 2.3° E').endsWith('FR'), true)
  assert.equal(told('0.0, 0.0'), 'nothing')
  assert.equal(told('-48.87, -123.39'), 'nothing')
  const place = resolvePlace({ location: null, ...nobody, coordinates: { latitude: 52.52, longitude: 13.4 } })
  assert.deepEqual([place?.name, place?.from], ['Berlin', 'coordinates'])
})

test('hostile text is nowhere, and takes no longer', () => {
  const hostile = [
    'a'.repeat(10_000_000),
    '\ud800'.repeat(5000),
    '🏴'.repeat(5000),
    'z\u0301'.repeat(100_000),
    '\0,'.repeat(100_000),
    ', '.repeat(1_000_000)
  ]
  const start = processorMs()
  for (const location of hostile) assert.equal(told(location), 'nothing')
  assert.ok(processorMs() - start < 1000)
})

import type { ImportFormat } from '../import-format.ts'
import { shareOf } from '../recognise.ts'
import { profileOfRow } from '../rows/profile-row.ts'
import { UnreadableRecord } from '../unreadable-record.ts'
import { objectOf, parseJson } from '../values/json.ts'

const names: Readonly<Record<string, string>> = {
  id: 'id',
  handle: 'screen_name',
  name: 'name',
  summary: 'description',
  location: 'location',
  url: 'url',
  lang: 'lang',
  time_zone: 'time_zone',
  verified: 'verified',
  protected: 'protected',
  published: 'created_at',
  followers: 'followers_count',
  friends: 'friends_count',
  statuses: 'statuses_count',
  listed: 'listed_count',
  favourites: 'favourites_count',
  image: 'profile_image_url'
}

export default {
  name: 'sample-profiles',
  summary: 'Profiles of the sample corpus: JSON lines with id "twitter:12", screen_name, name, description, …',
  records: 'json',
  recognise: records =>
    0.95 *
    shareOf(records, record => {
      const profile = objectOf(parseJson(record))
      return typeof profile?.id === 'string' && profile.id.includes(':') && 'screen_name' in profile
    }),
  reader: options => (record, sink) => {
    const profile = objectOf(parseJson(record))
    if (!profile) throw new UnreadableRecord('no JSON object')
    sink.profile(profileOfRow(field => profile[names[field] ?? ''], options))
  }
} satisfies ImportFormat

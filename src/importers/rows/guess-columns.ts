/** Names that columns have in the wild, by our field; the first that is there is taken. */
const profileNames: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'user_id', 'id_str', 'user_id_str', 'userid', 'account_id'],
  handle: ['screen_name', 'username', 'handle', 'user_name'],
  name: ['name', 'display_name', 'full_name'],
  summary: ['description', 'bio', 'summary'],
  location: ['location'],
  url: ['url', 'website'],
  lang: ['lang', 'language'],
  time_zone: ['time_zone'],
  verified: ['verified'],
  protected: ['protected', 'private'],
  published: ['created_at', 'account_created_at', 'join_date'],
  followers: ['followers_count', 'followers'],
  friends: ['friends_count', 'following_count', 'following', 'friends'],
  statuses: ['statuses_count', 'tweet_count', 'tweets', 'statuses'],
  listed: ['listed_count', 'listed'],
  favourites: ['favourites_count', 'likes'],
  image: ['profile_image_url_https', 'profile_image_url']
}

const postNames: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'id_str', 'tweet_id', 'status_id', 'post_id'],
  author: ['author_id', 'user_id', 'user_id_str', 'author', 'screen_name', 'username', 'user'],
  created_at: ['created_at', 'date', 'timestamp', 'time'],
  text: ['text', 'full_text', 'tweet', 'content'],
  lang: ['lang', 'language'],
  client: ['client', 'source'],
  retweets: ['retweet_count', 'retweets'],
  favorites: ['favorite_count', 'like_count', 'favorites', 'likes']
}

const interactionNames: Readonly<Record<string, readonly string[]>> = {
  from: ['from_id', 'source_id', 'from'],
  to: ['to_id', 'target_id', 'to'],
  type: ['type'],
  post: ['post_id', 'tweet_id', 'status_id'],
  created_at: ['created_at']
}

/**
 * Our field → the column, for a table whose header has the names that such columns usually have: interactions when both
 * ends, a type and a post are there, posts when a text, a time and an author are, profiles when an id, a handle and two more
 * are; else nothing.
 */
export function guessColumns(header: readonly string[]): ReadonlyMap<string, string> | undefined {
  const interactions = match(header, interactionNames)
  if (['from', 'to', 'type', 'post'].every(field => interactions.has(field))) return interactions
  const posts = match(header, postNames)
  if (['id', 'author', 'created_at', 'text'].every(field => posts.has(field))) return posts
  const profiles = match(header, profileNames)
  return profiles.has('id') && profiles.has('handle') && profiles.size >= 4 ? profiles : undefined
}

function match(header: readonly string[], names: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const lower = header.map(name => name.toLowerCase())
  const found = Object.entries(names).flatMap(([field, candidates]) => {
    const name = candidates.find(candidate => lower.includes(candidate))
    const column = name === undefined ? undefined : header[lower.indexOf(name)]
    return column === undefined ? [] : [[field, column] as const]
  })
  return new Map(found)
}

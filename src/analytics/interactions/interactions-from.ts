import type { TargetSource } from '../targets/target.ts'

/**
 * The FROM clause of the interactions of a service with the rows that targets read, under the aliases post, author, profile and
 * tags. It binds {service_prefix:String} (`twitter:`), and {tags_hash:String} when tags are needed.
 */
export function interactionsFrom(needs: ReadonlySet<TargetSource>): string {
  const joins = [...needs].flatMap(source => (source === 'post' ? [] : [joinOf[source]]))
  return `posts AS post FINAL ${joins.join('\n')}`
}

// A missing row reads as '', 0 and [] (join_use_nulls is off): what targets take for missing, or turn into it.
const joinOf = {
  author: `GLOBAL ANY LEFT JOIN (
    SELECT * FROM enrichments FINAL WHERE startsWith(id, {service_prefix:String})
  ) AS author ON author.id = post.author`,
  profile: `GLOBAL ANY LEFT JOIN (
    SELECT * FROM profiles FINAL WHERE startsWith(id, {service_prefix:String})
  ) AS profile ON profile.id = post.author`,
  tags: `GLOBAL ANY LEFT JOIN (
    SELECT * FROM post_tags FINAL WHERE hash = {tags_hash:String}
  ) AS tags ON tags.author = post.author AND tags.id = post.id`
} as const

/** The condition that keeps a service's interactions of a window; binds {service_prefix:String}, {start:Int64}, {end:Int64} (unix seconds, end exclusive). */
export const inWindow =
  'startsWith(post.author, {service_prefix:String}) AND post.created_at >= {start:Int64} * 1000 AND post.created_at < {end:Int64} * 1000'

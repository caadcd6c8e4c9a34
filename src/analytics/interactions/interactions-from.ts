import type { TargetSource } from '../targets/target.ts'

/**
 * The FROM clause of the interactions of a service with the rows that targets read, under the aliases post, author, profile,
 * parent, mentioned and tags. It binds {service_prefix:String} (`twitter:`), and {tags_hash:String} when tags are needed. With
 * `isPage` the joined rows are those of authors from {after_author:String} to {last_author:String} only.
 */
export function interactionsFrom(needs: ReadonlySet<TargetSource>, { isPage = false } = {}): string {
  const onPage = (id: string) => (isPage ? `AND ${id} >= {after_author:String} AND ${id} <= {last_author:String}` : '')
  const joins = [...needs].flatMap(source => (source === 'post' ? [] : [joinOf[source](onPage)]))
  return `posts AS post FINAL ${joins.join('\n')}`
}

// A missing row reads as '', 0 and [] (join_use_nulls is off): what targets take for missing, or turn into it.
const joinOf: Readonly<Record<Exclude<TargetSource, 'post'>, (onPage: (id: string) => string) => string>> = {
  author: onPage => `GLOBAL ANY LEFT JOIN (
    SELECT * FROM enrichments FINAL WHERE startsWith(id, {service_prefix:String}) ${onPage('id')}
  ) AS author ON author.id = post.author`,
  profile: onPage => `GLOBAL ANY LEFT JOIN (
    SELECT * FROM profiles FINAL WHERE startsWith(id, {service_prefix:String}) ${onPage('id')}
  ) AS profile ON profile.id = post.author`,
  parent: () => `GLOBAL ANY LEFT JOIN (
    SELECT * FROM enrichments FINAL WHERE startsWith(id, {service_prefix:String})
  ) AS parent ON parent.id = post.ref_author`,
  // A mention is an account's id or `service:@handle`; an id that nobody knows stands for itself.
  mentioned: onPage => `GLOBAL ANY LEFT JOIN (
    SELECT mention.author AS author, mention.id AS id,
      groupArray(multiIf(
        position(mention.who, ':@') > 0, substring(mention.who, position(mention.who, ':@') + 2),
        known.handle != '', known.handle,
        substring(mention.who, position(mention.who, ':') + 1)
      )) AS handles,
      groupArrayIf(lowerUTF8(known.name), said.account_type = 'organization' AND known.name != '') AS companies
    FROM (
      SELECT author, id, arrayJoin(mentions) AS who FROM posts FINAL
      WHERE startsWith(author, {service_prefix:String}) ${onPage('author')}
    ) AS mention
    GLOBAL ANY LEFT JOIN (SELECT id, handle, name FROM known_accounts FINAL) AS known ON known.id = mention.who
    GLOBAL ANY LEFT JOIN (SELECT id, account_type FROM enrichments FINAL) AS said ON said.id = mention.who
    GROUP BY mention.author, mention.id
  ) AS mentioned ON mentioned.author = post.author AND mentioned.id = post.id`,
  tags: onPage => `GLOBAL ANY LEFT JOIN (
    SELECT * FROM post_tags FINAL WHERE hash = {tags_hash:String} ${onPage('author')}
  ) AS tags ON tags.author = post.author AND tags.id = post.id`
}

/** The condition that keeps a service's interactions of a window; binds {service_prefix:String}, {start:Int64}, {end:Int64} (unix seconds, end exclusive). */
export const inWindow =
  'startsWith(post.author, {service_prefix:String}) AND post.created_at >= {start:Int64} * 1000 AND post.created_at < {end:Int64} * 1000'

import { createHash } from 'node:crypto'
import Type from 'typebox'
import { predicatesOf } from '../../languages/csdl/conditions.ts'
import type { TagRule } from '../../languages/csdl/tree.ts'
import type { Service } from '../../model/ids.ts'
import { keepPartsFew } from '../../store/keep-parts-few.ts'
import type { SqlParams, Warehouse } from '../../store/warehouse.ts'
import { interactionsFrom } from '../interactions/interactions-from.ts'
import type { Target, TargetSource, Targets } from '../targets/target.ts'
import { type FilterValue, filterReader } from './filter-reader.ts'
import { foldArguments } from './fold.ts'
import { inSlices } from './in-slices.ts'
import { resolvePredicate } from './resolve-predicate.ts'
import { type PostTags, tagMatcher } from './tag-matcher.ts'

/** What is to be tagged: by which rules, for which service, at which revision of the corpus. */
export type Tagging = {
  /** Names the rules. */
  readonly hash: string
  readonly rules: readonly TagRule[]
  readonly service: Service
  readonly targets: Targets
  /** Of the corpus (store/corpus-revision.ts): nothing is looked at when all is tagged at this one. */
  readonly revision: number
  /** Of the program: all is tagged again when rules match otherwise than before (jobs/engine-version.ts). */
  readonly edition: number
  readonly pagePosts?: number
}

const defaultPagePosts = 20_000

/**
 * Brings the tags of a service's posts up to date with the corpus, page by page; answers how many posts were tagged anew. A post
 * is tagged again when it, its author or what else its rules read has changed. It may be stopped at any time and goes on there.
 */
export async function tagPosts(warehouse: Warehouse, tagging: Tagging): Promise<number> {
  const { hash, rules, service, pagePosts = defaultPagePosts } = tagging
  const reading = readingOf(tagging)
  const state = `${tagging.revision} ${reading.state}`
  if (rules.length === 0 || (await isTagged(warehouse, hash, service, state))) return 0
  const tagsOf = tagMatcher(rules.map(rule => ({ ...rule, condition: foldArguments(rule.condition, tagging.targets) })))
  let tagged = 0
  for (let after: PostKey = { author: '', id: '' }; ; ) {
    const last = await lastOfPage(warehouse, service, after, pagePosts)
    if (!last) break
    const rows = await untagged(warehouse, tagging, reading, after, last)
    const lines = await inSlices(rows, row =>
      tagLine(hash, row, tagsOf(filterReader(name => row[reading.columns.get(name) ?? ''])))
    )
    await warehouse.insert('post_tags', tagColumns, 'JSONEachRow', Buffer.from(lines.join('')))
    tagged += rows.length
    after = last
  }
  if (tagged > 0) await keepPartsFew(warehouse, ['post_tags'])
  const record = { hash, service, state, version: Date.now() }
  await warehouse.insert(
    'tagged_corpora',
    Object.keys(record),
    'JSONEachRow',
    Buffer.from(`${JSON.stringify(record)}\n`)
  )
  return tagged
}

type PostKey = { readonly author: string; readonly id: string }

/** What rules read of a post: a column a target, and the rows that it may change with. */
type Reading = {
  readonly select: readonly string[]
  /** The column of a target. */
  readonly columns: ReadonlyMap<string, string>
  readonly needs: ReadonlySet<TargetSource>
  readonly params: SqlParams
  /** Changes with the edition, and with what targets mean, for instance when a trait is switched off. */
  readonly state: string
}

function readingOf({ rules, targets, edition }: Tagging): Reading {
  const named = new Map<string, Target>()
  for (const { condition } of rules) {
    for (const predicate of predicatesOf(condition)) named.set(predicate.target, resolvePredicate(predicate, targets))
  }
  const all = [...named.values()]
  const expressions = all.map(({ expression }) => expression)
  return {
    select: expressions.map((expression, at) => `${expression} AS v${at}`),
    columns: new Map(all.map(({ name }, at) => [name, `v${at}`])),
    needs: new Set<TargetSource>(all.map(({ source }) => source)),
    params: Object.assign({}, ...all.map(({ params }) => params ?? {})),
    state: createHash('sha256')
      .update([edition, ...expressions].join('\n'))
      .digest('hex')
      .slice(0, 16)
  }
}

async function isTagged(warehouse: Warehouse, hash: string, service: Service, state: string): Promise<boolean> {
  const [found] = await warehouse.rows(
    Type.Object({ state: Type.String() }),
    'SELECT argMax(state, version) AS state FROM tagged_corpora WHERE hash = {hash:String} AND service = {service:String}',
    { hash, service }
  )
  return found?.state === state
}

async function lastOfPage(warehouse: Warehouse, service: Service, after: PostKey, limit: number) {
  const [last] = await warehouse.rows(
    Type.Object({ author: Type.String(), id: Type.String() }),
    `SELECT author, id
     FROM (
       SELECT DISTINCT author, id FROM posts
       WHERE startsWith(author, {prefix:String}) AND (author, id) > ({author:String}, {id:String})
       ORDER BY author, id LIMIT {limit:UInt32}
     )
     ORDER BY author DESC, id DESC LIMIT 1`,
    { ...after, prefix: `${service}:`, limit }
  )
  return last
}

// What a post's tags were made from. Mentions change when a person is erased, without a new row.
const versionOf = {
  post: 'post.observed_at, post.import_id, post.model_version, post.mentions, post.ref_author',
  author: 'author.version',
  profile: 'profile.observed_at',
  parent: 'parent.version',
  mentioned: 'mentioned.handles, mentioned.companies',
  tags: ''
} as const satisfies Record<TargetSource, string>

const TagRow = Type.Intersect([
  Type.Object({ author: Type.String(), id: Type.String(), source: Type.Union([Type.String(), Type.Number()]) }),
  Type.Record(Type.String(), Type.Unknown())
])

/** The posts of a page whose tags are not there, or were made from something else. */
async function untagged(
  warehouse: Warehouse,
  { hash, service }: Tagging,
  reading: Reading,
  after: PostKey,
  last: PostKey
): Promise<(PostKey & { source: string } & Record<string, FilterValue>)[]> {
  const versions = [...new Set<TargetSource>(['post', ...reading.needs])].map(source => versionOf[source])
  const source = `cityHash64({state:String}, ${versions.join(', ')})`
  const rows = await warehouse.rows(
    TagRow,
    `SELECT ${['post.author AS author', 'post.id AS id', `toString(${source}) AS source`, ...reading.select].join(', ')}
     FROM ${interactionsFrom(reading.needs, { isPage: true })}
     WHERE (post.author, post.id) > ({after_author:String}, {after_id:String})
       AND (post.author, post.id) <= ({last_author:String}, {last_id:String})
       AND (post.author, post.id, ${source}) GLOBAL NOT IN (
         SELECT author, id, source FROM post_tags FINAL
         WHERE hash = {tags_hash:String} AND (author, id) > ({after_author:String}, {after_id:String})
           AND (author, id) <= ({last_author:String}, {last_id:String})
       )`,
    {
      ...reading.params,
      ...{ state: reading.state, service_prefix: `${service}:`, tags_hash: hash },
      ...{ after_author: after.author, after_id: after.id, last_author: last.author, last_id: last.id }
    }
  )
  return rows as Awaited<ReturnType<typeof untagged>> // What targets answer: texts, numbers and lists of them.
}

const tagColumns = ['hash', 'author', 'id', 'paths', 'names', 'scores', 'source', 'version']

function tagLine(hash: string, { author, id, source }: PostKey & { source: string }, tags: PostTags): string {
  const scores = tags.scores.map(score => (Number.isNaN(score) ? 'nan' : score))
  return `${JSON.stringify({ hash, author, id, ...tags, scores, source, version: Date.now() })}\n`
}

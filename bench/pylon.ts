// Analyses over generated interactions, in turns with the best queries that a person would write by hand, on the same engine in this
// process; what both answer is compared. node bench/pylon.ts [--rows 10000000] [--rounds 3]
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Type, { type Static } from 'typebox'
import { analyse } from '../src/analytics/interactions/analyse.ts'
import type { Analysis, AnalysisBlock, AnalysisQuestion } from '../src/analytics/interactions/analysis.ts'
import { loadTargets } from '../src/analytics/targets/targets.ts'
import { parseCsdl } from '../src/languages/csdl/parse-csdl.ts'
import { openWarehouse, type Warehouse } from '../src/store/warehouse.ts'
import { inMs, median, printFigures, timed } from './figures.ts'
import { generatedWindow, generateInteractions } from './generate-interactions.ts'
import { peakMemoryMb } from './server.ts'

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '10000000' }, rounds: { type: 'string', default: '3' } }
})
const rows = Number(options.rows)
const rounds = Number(options.rounds)
const privacy = { minAuthors: 100, minTotal: 100, roundTo: 100, jitterKey: '' }
const how = { targets: loadTargets([]), privacy }

const Row = Type.Object({ keys: Type.Array(Type.String()), interactions: Type.Integer(), authors: Type.Integer() })
type Row = Static<typeof Row>

type Comparison = {
  readonly what: string
  readonly analysis: Analysis
  readonly filter?: string
  /** Statements that answer (keys, interactions, authors), the totals first, then each level. */
  readonly byHand: readonly string[]
  /** How much longer than those an analysis may take. */
  readonly target: number
}

// By hand one knows that what is inferred of an author is the same for all the author's posts: people are counted before they are
// joined, and each author is then one row. With hashtags that is slower: an author has many.
const window = `startsWith(author, 'twitter:') AND created_at >= ${generatedWindow.start * 1000} AND created_at < ${generatedWindow.end * 1000}`
const authors = 'uniqExact(sipHash64(author))'
const wholly = `SELECT [] AS keys, count() AS interactions, ${authors} AS authors FROM posts FINAL WHERE ${window}`
const perAuthor = `(SELECT author, count() AS posts FROM posts FINAL WHERE ${window} GROUP BY author) AS counted`
const traits = `ANY LEFT JOIN (
  SELECT id, if(gender = '', 'unknown', toString(gender)) AS gender, toString(country) AS country FROM enrichments FINAL
) AS said ON said.id = author`
const enough = `HAVING authors >= ${privacy.minAuthors}`

const words = [3, 17, 40, 55, 81, 120, 190, 230, 310, 420, 505, 640, 777, 910, 1200, 1500].map(rank => `word${rank}`)
const topics = [5, 9, 14, 22].map(rank => `topic${rank}`)
const sites = [2, 4, 7].map(rank => `site${rank}.example`)
const refused = ['word1', 'word2', 'word4']
const countries = ['US', 'GB', 'DE']

const thirtyConditions = [
  `(${[
    ...words.map(word => `interaction.content contains "${word}"`),
    ...topics.map(topic => `interaction.hashtags == "${topic}"`),
    ...sites.map(site => `links.domain == "${site}"`)
  ].join(' or ')})`,
  ...refused.map(word => `not interaction.content contains "${word}"`),
  `(fb.author.gender == "female" or ${countries.map(code => `fb.author.country_code == "${code}"`).join(' or ')})`
].join(' and ')

const list = (texts: readonly string[]) => `[${texts.map(text => `'${text}'`).join(', ')}]`
// A letter, digit or _ on neither side is a word's end here, because the generator writes no other letters.
const hasWord = (wanted: readonly string[]) => `match(text, '(?i)\\\\b(?:${wanted.join('|')})\\\\b')`
const filtered = `FROM posts FINAL
  WHERE ${window}
    -- First, because it is the cheapest of what drops most.
    AND author IN (SELECT id FROM enrichments FINAL WHERE gender = 'female' OR country IN ${list(countries).replace('[', '(').replace(']', ')')})
    AND (${hasWord(words)} OR hasAny(hashtags, ${list(topics)}) OR hasAny(domains, ${list(sites)}))
    AND NOT ${hasWord(refused)}`

const hashtags = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 200 } } as const

const comparisons: readonly Comparison[] = [
  {
    what: 'freqDist of hashtags',
    analysis: hashtags,
    byHand: [
      wholly,
      `SELECT [arrayJoin(hashtags)] AS keys, count() AS interactions, ${authors} AS authors FROM posts FINAL WHERE ${window}
       GROUP BY keys ${enough} ORDER BY interactions DESC LIMIT 200`
    ],
    target: 1.3
  },
  {
    what: 'three levels: gender, country, hashtags',
    analysis: {
      analysis_type: 'freqDist',
      parameters: { target: 'fb.author.gender', threshold: 3 },
      child: {
        analysis_type: 'freqDist',
        parameters: { target: 'fb.author.country_code', threshold: 60 },
        child: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 100 } }
      }
    },
    byHand: [
      wholly,
      `SELECT [gender] AS keys, sum(posts) AS interactions, count() AS authors FROM ${perAuthor} ${traits}
       GROUP BY gender ${enough} ORDER BY interactions DESC LIMIT 3`,
      `SELECT [gender, country] AS keys, sum(posts) AS interactions, count() AS authors FROM ${perAuthor} ${traits}
       WHERE country != '' GROUP BY gender, country ${enough} ORDER BY interactions DESC LIMIT 60 BY gender`,
      `SELECT [gender, country, arrayJoin(hashtags)] AS keys, count() AS interactions, ${authors} AS authors
       FROM posts FINAL ${traits}
       WHERE ${window} AND country != ''
       GROUP BY gender, country, keys ${enough} ORDER BY interactions DESC LIMIT 100 BY gender, country`
    ],
    target: 2
  },
  {
    what: 'timeSeries by day',
    analysis: { analysis_type: 'timeSeries', parameters: { interval: 'day', span: 1 } },
    byHand: [
      wholly,
      `SELECT [toString(intDiv(created_at, 86400000) * 86400)] AS keys, count() AS interactions, ${authors} AS authors
       FROM posts FINAL WHERE ${window} GROUP BY keys ${enough} ORDER BY keys`
    ],
    target: 1.3
  },
  {
    what: 'freqDist of hashtags under 30 conditions',
    analysis: hashtags,
    filter: thirtyConditions,
    byHand: [
      `SELECT [] AS keys, count() AS interactions, ${authors} AS authors ${filtered}`,
      `SELECT [arrayJoin(hashtags)] AS keys, count() AS interactions, ${authors} AS authors ${filtered}
       GROUP BY keys ${enough} ORDER BY interactions DESC LIMIT 200`
    ],
    target: 1.5
  }
]

const home = await mkdtemp(path.join(os.tmpdir(), 'demograph-bench-'))
try {
  const { ms: generateMs } = await timed(() => generateInteractions(home, rows))
  await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
  const million = (count: number) => `${count / 1e6} M`
  const figures = []
  for (const comparison of comparisons) figures.push(...(await compare(warehouse, comparison)))
  printFigures(
    `Analyses of ${million(rows)} interactions by ${million(rows / 10)} authors (made in ${Math.round(generateMs / 1000)} s)`,
    figures
  )
} finally {
  await rm(home, { recursive: true, force: true })
}

/** In turns, so that whatever else the machine does meets both alike; the first turn warms up and is compared. */
async function compare(warehouse: Warehouse, { what, analysis, filter, byHand, target }: Comparison) {
  const question: AnalysisQuestion = {
    ...{ service: 'twitter', recordingFilter: null, tagsHash: '', ...generatedWindow, analysis },
    filter: filter === undefined ? null : parseCsdl(filter).filter
  }
  const times = { analysis: [] as number[], hand: [] as number[] }
  let peak: number | undefined
  for (let round = 0; round <= rounds; round++) {
    const canForget = await forgetPeakMemory()
    const analysed = await timed(() => analyse(warehouse, question, how))
    if (canForget) peak = Math.max(peak ?? 0, (await peakMemoryMb(process.pid)) ?? 0)
    const asked = await timed(() => askByHand(warehouse, byHand))
    if (round === 0) requireEqual(what, told(analysed.answer.analysis), asked.answer)
    else {
      times.analysis.push(analysed.ms)
      times.hand.push(asked.ms)
    }
  }
  const [ours, hand] = [median(times.analysis), median(times.hand)]
  const ratio = ours / hand
  const memory = peak === undefined ? '' : `, at most ${Math.round(peak).toLocaleString('en')} MB resident`
  return [
    {
      what,
      value: inMs(ours),
      beside: `${ratio.toFixed(2)} × ${inMs(hand)} by hand${memory}; target ${target} ×`,
      reached: ratio < target
    }
  ]
}

/** The rows of each level. */
async function askByHand(warehouse: Warehouse, statements: readonly string[]): Promise<Row[][]> {
  const levels = []
  for (const statement of statements) levels.push(await warehouse.rows(Row, statement))
  return levels.slice(1)
}

/** The rows of an answer, all levels, by their keys: `female US topic1`. */
function told({ results }: AnalysisBlock, above: readonly string[] = []): Map<string, string> {
  return new Map(
    results.flatMap(({ key, interactions, unique_authors, child }) => {
      const keys = [...above, String(key)]
      return [[keys.join(' '), `${interactions} ${unique_authors}`] as const, ...(child ? told(child, keys) : [])]
    })
  )
}

/** Both must have counted the same. Which of equal rounded counts come last in a list differs, and is not compared. */
function requireEqual(what: string, answer: ReadonlyMap<string, string>, levels: readonly Row[][]): void {
  const rounded = (count: number) => Math.floor(count / privacy.roundTo) * privacy.roundTo
  let shared = 0
  for (const { keys, interactions, authors } of levels.flat()) {
    const ours = answer.get(keys.join(' '))
    if (ours === undefined) continue
    shared++
    const hand = `${rounded(interactions)} ${rounded(authors)}`
    if (ours !== hand) throw new Error(`${what}: ${keys.join(' ')} is ${ours}, by hand ${hand}`)
  }
  if (shared < answer.size * 0.8 || shared === 0)
    throw new Error(`${what}: only ${shared} of ${answer.size} rows agree`)
}

/** Lets the system count the most memory of this process anew; false where it does not. */
async function forgetPeakMemory(): Promise<boolean> {
  return await writeFile('/proc/self/clear_refs', '5').then(
    () => true,
    () => false
  )
}

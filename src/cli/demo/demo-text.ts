import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../../config.ts'
import type { Terminal } from '../terminal.ts'
import { curlLines } from '../views/curl-lines.ts'
import { taskBody } from './ask-tasks.ts'
import type { DemoQuestion } from './questions.ts'
import { recorded, type TaskQuestion } from './task-questions.ts'

/** Where the demo lives and how one speaks to it. */
export type DemoPlace = {
  /** The data folder as one would type it here. */
  readonly folder: string
  readonly token: string
  readonly config: Config
}

type Voice = Pick<Terminal, 'bold' | 'dim'>

export function introduction(folder: string, { bold }: Voice): string[] {
  return [
    bold('Demograph: seven questions about real data'),
    '',
    'The corpus: 220 leading universities (December 2019) and the Congress of the United States (mid-2017), institutions and',
    'officials in their public roles: profiles, whom they follow, and some of their posts. Sources and licences are in',
    'data/demo-corpus/.',
    '',
    bold(`Importing into ${folder}`)
  ]
}

/** Why this demo's server describes smaller groups than a server over people may. */
export function thresholds({ minAuthors, minTotal, roundTo }: Config['privacy']): string[] {
  return [
    '',
    'Privacy: an aggregate about people describes at least 100 of them, names a value only when 100 share it, and rounds all',
    'numbers down to hundreds. This corpus is small and holds no private persons, only institutions and officials in their public',
    `roles; so this demo, and no other server, describes ${minTotal} and names what ${minAuthors} share, ${roundTo === 1 ? 'unrounded' : `rounded to ${roundTo}`} (DEMOGRAPH_PRIVACY_MIN_TOTAL,`,
    '_MIN_AUTHORS and _ROUND_TO). Leave them alone for your own data.'
  ]
}

function privacySettings({ minAuthors, minTotal, roundTo }: Config['privacy']): string {
  const names = { MIN_AUTHORS: minAuthors, MIN_TOTAL: minTotal, ROUND_TO: roundTo }
  return Object.entries(names)
    .map(([name, value]) => `DEMOGRAPH_PRIVACY_${name}=${value}`)
    .join(' ')
}

/** A question as a heading and as the call that asks it; a long list of ids goes into a file beside the data. */
export function questionLines(
  question: DemoQuestion,
  number: number,
  place: DemoPlace,
  { bold, dim }: Voice
): string[] {
  const body = JSON.stringify({ ids: question.ids })
  const data = body.length <= 100 ? `'${body}'` : `@${writeBody(place, question.file, body)}`
  const url = `${serverUrl(place.config)}/execute/${question.job}?access_token=${place.token}`
  return [
    '',
    bold(`${number}. ${question.title}`),
    dim(`   curl '${url}' \\`),
    dim(`     -H 'Content-Type: application/json' -d ${data}`),
    ''
  ]
}

/** The second half: what the Task API is, and the calls that make a recording. */
export function recordingLines(place: DemoPlace, { bold, dim }: Voice): string[] {
  return [
    '',
    bold('The Task API: what do they write?'),
    '',
    `A recording is a live view of all posts that a filter lets through. This one is "${recorded.name}":`,
    '',
    ...taskCurl(place, 'compile', { csdl: recorded.csdl }).map(dim),
    ...taskCurl(place, 'start', { hash: 'HASH', name: recorded.name }).map(dim)
  ]
}

/** A question to the Task API as a heading and as the call that submits it. */
export function taskLines(
  question: TaskQuestion,
  number: number,
  recordingId: string,
  place: DemoPlace,
  { bold, dim }: Voice
): string[] {
  const body = taskBody(question, recordingId)
  return ['', bold(`${number}. ${question.title}`), ...taskCurl(place, 'task', body).map(dim), '']
}

const longestBody = 160

function taskCurl(place: DemoPlace, call: string, body: object): string[] {
  const text = JSON.stringify(body)
  const data = text.length <= longestBody ? `'${text}'` : `@${writeBody(place, `${call}-${nameOf(body)}.json`, text)}`
  return [
    `   curl '${serverUrl(place.config)}/v1.6/pylon/twitter/${call}' -H 'Authorization: demo:${place.token}' \\`,
    `     -H 'Content-Type: application/json' -d ${data}`
  ]
}

/** The first words of what a body is about, as a file's name. */
function nameOf(body: object): string {
  const name = 'name' in body ? String(body.name) : ''
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .slice(0, 4)
    .join('-')
}

/** How to go on: the server over this data, calls to try, own data. */
export function goOn(place: DemoPlace, { bold }: Voice): string[] {
  const settings = `DEMOGRAPH_HOME=${place.folder} ${privacySettings(place.config.privacy)}`
  return [
    '',
    bold('How to go on'),
    '',
    'Start the server over this data; then the calls above work as they are printed, and these:',
    '',
    `  ${settings} npm start`,
    '',
    ...curlLines(serverUrl(place.config), place.token, ['twitter:18036441', 'twitter:117501995']).map(
      line => `  ${line}`
    ),
    '',
    'Import your own files into ./demograph-data and ask about them:',
    '',
    '  npm run demograph -- import FILES',
    '  npm run demograph -- report AudienceInfluencers @ids.txt',
    '  npm run demograph -- analyze --freq-dist interaction.hashtags --threshold 10',
    '',
    'Read on: docs/getting-started.md, docs/command-line.md, docs/pylon-api.md. The API is described at /docs of a running server.'
  ]
}

function serverUrl({ host, port }: Config): string {
  return `http://${host}:${port}`
}

function writeBody({ config, folder }: DemoPlace, file: string, body: string): string {
  mkdirSync(path.join(config.home, 'questions'), { recursive: true })
  writeFileSync(path.join(config.home, 'questions', file), body)
  return path.join(folder, 'questions', file)
}

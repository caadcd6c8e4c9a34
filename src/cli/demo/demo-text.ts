import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../../config.ts'
import type { Terminal } from '../terminal.ts'
import { curlLines } from '../views/curl-lines.ts'
import type { DemoQuestion } from './questions.ts'

/** Where the demo lives and how one speaks to it. */
type DemoPlace = {
  /** The data folder as one would type it here. */
  readonly folder: string
  readonly token: string
  readonly config: Config
}

type Voice = Pick<Terminal, 'bold' | 'dim'>

export function introduction(folder: string, { bold }: Voice): string[] {
  return [
    bold('Demograph: four questions about real data'),
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
    '',
    'Read on: docs/getting-started.md, docs/command-line.md. The API is described at /docs of a running server.'
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

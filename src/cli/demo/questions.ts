import { readFile } from 'node:fs/promises'

/** One question of the demo. */
export type DemoQuestion = {
  readonly title: string
  readonly job: string
  readonly ids: readonly string[]
  /** Names the file with the request's body. */
  readonly file: string
  /** Which members of the result are shown; the others are there too. */
  readonly shown: readonly string[]
  /** How to read the answer. */
  readonly reading: string
}

type Audiences = Readonly<Record<string, { readonly ids: readonly string[] }>>

/** The four jobs, each asked about people and institutions in their public roles. */
export async function demoQuestions(corpus: URL): Promise<DemoQuestion[]> {
  const audiences: Audiences = JSON.parse(await readFile(new URL('audiences.json', corpus), 'utf8')) // Our own file.
  const idsOf = (name: string) => audiences[name]?.ids ?? []
  return [
    {
      title: 'Who are these accounts?',
      job: 'AnalyzePublicProfiles',
      ids: ['twitter:18036441', 'twitter:117501995'],
      file: 'profiles.json',
      shown: [],
      reading:
        'A trait that rests on too little evidence is left out, never guessed; report --json shows the evidence of each.'
    },
    {
      title: 'Whom among 220 leading universities do the universities themselves listen to?',
      job: 'AudienceInfluencers',
      ids: idsOf('universities'),
      file: 'universities.json',
      shown: ['audienceInfluencerRanking'],
      reading:
        'Followers inside the group, and PageRank over who follows whom. Mentions and shares count as well where there are posts.'
    },
    {
      title: 'Which accounts do 16 British universities follow far more than other universities do?',
      job: 'ExternalInfluencers',
      ids: idsOf('uk-universities'),
      file: 'british.json',
      shown: ['externalInfluencerRanking'],
      reading: 'They are British too: found from follows alone, without a look at any profile.'
    },
    {
      title: 'Who follows Harvard, Stanford and Oxford, and how far are these the same?',
      job: 'FollowerBreakdown',
      ids: idsOf('most-followed-universities'),
      file: 'followers.json',
      shown: ['together', 'overlap'],
      reading:
        'The corpus knows followers that are universities, and none of their posts: what rests on posts is held back.'
    }
  ]
}

import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { membersOfTraits } from '../../src/model/trait-members.ts'
import { type TraitName, traitNames } from '../../src/model/traits.ts'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'

const profiles = `id,screen_name,name,description,location,followers_count,friends_count,statuses_count
1,annlee,Dr. Ann Lee,"Astronomer. Born 1984. She/her. I love astronomy and science.","Boston, USA",500,100,900
2,bobstone,Bob Stone,"Father, runner, 42 years old. Music and guitars.","Paris, France",50,100,300
3,nasafans,The Moon Society,"Official account of the Moon Society. We are a non-profit organization.","London, UK",9000,10,800
`
const texts = [
  'I love this wonderful song! What a great concert last night, the band and the music were amazing',
  'The new album is fantastic, best music of the year https://example.org/album',
  'Terrible match today, our football team lost again and I am so sad'
]
const posts = `id,author_id,created_at,text,lang,source
${[1, 2, 3]
  .flatMap(author =>
    texts.map(
      (text, index) => `${author}${index},${author},2017-05-0${index + 1}T10:00:00Z,"${text}",en,Twitter for iPhone`
    )
  )
  .join('\n')}
`
const follows = 'from_id,to_id\n1,3\n2,3\n3,1\n2,1\n1,9\n2,9\n3,9\n'
const ids = ['twitter:1', 'twitter:2', 'twitter:3']
const noLimits = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1', DEMOGRAPH_PRIVACY_ROUND_TO: '1' }

/** Every text that the program answers over a small corpus, by where it stands: answers to questions, and descriptions. */
async function surface(t: TestContext, off: readonly TraitName[]) {
  const { url } = await testApp(t, { ...noLimits, DEMOGRAPH_TRAITS_OFF: off.join(',') })
  const api = apiAt(url)
  for (const [name, text] of Object.entries({ 'profiles.csv': profiles, 'posts.csv': posts, 'follows.csv': follows }))
    await api.importFile(name, text)

  const answers: Record<string, string> = {}
  for (const job of ['AnalyzePublicProfiles', 'FollowerBreakdown', 'AudienceInfluencers', 'ExternalInfluencers']) {
    const { execution } = await api.execute(job, { ids })
    assert.equal((await api.ended(execution)).status, 'FINISHED', job)
    for (const format of ['json', 'csv'])
      answers[`${job} ${format}`] = await (await api.ask(`/resources/${execution}/result.${format}`)).text()
  }
  const said = { name: 'Ann Lee', description: 'Born 1984. Music and football', location: 'Boston, USA' }
  answers.profile = await (await api.post('/profile', said)).text()
  answers.profiles = await (await api.post('/profile', [said, {}])).text()
  answers.post = await (await api.post('/post', { text: texts[0] })).text()

  const descriptions: Record<string, string> = {}
  for (const path of ['/openapi.json', '/docs']) descriptions[path] = await (await api.ask(path)).text()
  const { components } = JSON.parse(descriptions['/openapi.json'] ?? '') as { components: { schemas: object } }
  for (const name of Object.keys(components.schemas)) {
    const path = `/schemata/${name}.json`
    descriptions[path] = await (await api.ask(path)).text()
  }
  return { answers, descriptions }
}

/** Where a name stands as a member or a value of JSON, or as a whole cell or a part of a section of CSV. */
function placesOf(name: string, texts: Readonly<Record<string, string>>): string[] {
  const isThere = new RegExp(`(?:"|&quot;)${name}(?:"|&quot;)|(?:^|[,.])${name}(?=[,.\\r\\n])`, 'm')
  return Object.keys(texts).filter(where => isThere.test(texts[where] ?? ''))
}

const groups: readonly (readonly TraitName[])[] = [
  ['account_type', 'interests', 'languages', 'name', 'spam'],
  ['adult', 'birthyear', 'devices', 'interestingness', 'sentiment'],
  ['domains', 'gender', 'influence', 'place']
]

test('a trait that is on is answered and described', async t => {
  const { answers, descriptions } = await surface(t, [])
  for (const trait of traitNames) {
    const members = [...membersOfTraits([trait])]
    assert.ok(
      members.some(name => placesOf(name, answers).length > 0),
      `${trait} is nowhere answered`
    )
    assert.ok(
      members.some(name => placesOf(name, descriptions).length > 2),
      `${trait} is nowhere described`
    )
  }
})

for (const off of [...groups, traitNames]) {
  test(`switched off, ${off === traitNames ? 'every trait' : off.join(', ')} appears nowhere`, async t => {
    const { answers, descriptions } = await surface(t, off)
    for (const name of membersOfTraits(off))
      assert.deepEqual([name, ...placesOf(name, { ...answers, ...descriptions })], [name])
    const others = traitNames.filter(trait => !off.includes(trait))
    for (const trait of others)
      assert.ok(
        [...membersOfTraits([trait])].some(name => placesOf(name, answers).length > 0),
        `${trait} is gone as well`
      )
  })
}

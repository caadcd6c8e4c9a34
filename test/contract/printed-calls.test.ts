import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { apiAt } from '../support/api.ts'
import { testApp, testToken } from '../support/app.ts'
import { august2017, february2017, june2017, printedBodies, printedBodiesWithJob } from './printed-curl-lines.ts'
import { type CurlCall, curlLines, readCurl } from './read-curl.ts'

const jobs = ['AnalyzePublicProfiles', 'AudienceInfluencers', 'ExternalInfluencers', 'FollowerBreakdown']
const editions = { 'February 2017': february2017, 'June 2017': june2017, 'August 2017': august2017 }

/** What a reader of the documentation fills in. */
type Blanks = { readonly url: string; readonly hash: string; readonly job: string }

function fillIn(line: string, { url, hash, job }: Blanks): string {
  return line
    .replaceAll('https://api.peoplepattern.com', url)
    .replaceAll('$MY_TOKEN', testToken)
    .replaceAll('{job_hash}', hash)
    .replaceAll(/\{(?:job|service)_type\}/g, job)
}

/** One call for each content type that a line leaves open and each printed body that goes with it. */
function callsOf(line: string, blanks: Blanks): CurlCall[] {
  const call = readCurl(fillIn(line, blanks))
  const type = call.headers['Content-type'] ?? ''
  if (call.body !== '{POST_BODY}') return [call]
  const bodies = blanks.job === 'AnalyzePublicProfiles' ? [...printedBodies, ...printedBodiesWithJob] : printedBodies
  return bodies
    .filter(([bodyType]) => type.includes(bodyType))
    .map(([bodyType, body]) => ({ ...call, body, headers: { ...call.headers, 'Content-type': bodyType } }))
}

async function send({ url, ...init }: CurlCall): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, init)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  return { status: answer.status, body: await answer.json() }
}

/** The kind of answer that the documentation prints for a call. */
function assertDocumented(call: CurlCall, { status, body }: { status: number; body: unknown }, hash: string) {
  const path = new URL(call.url).pathname
  const members = body as Record<string, unknown> // Compared member by member.
  if (path.startsWith('/execute/')) {
    assert.ok(status === 202 || status === 200, String(status))
    assert.deepEqual(Object.keys(members), ['execution', 'status'])
    assert.match(String(members.execution), /^[0-9a-z]{26}$/)
  } else if (path.startsWith('/estimate/')) {
    assert.equal(status, 200)
    assert.equal(members.valid, true)
    assert.equal(typeof members.runMs, 'number')
    assert.equal(typeof members.waitMs, 'number')
  } else if (path.startsWith('/status')) {
    assert.equal(status, 200)
    assert.deepEqual([members.execution, members.status], [hash, 'FINISHED'])
  } else {
    assert.equal(status, 200)
    assert.equal(members.$schema, '/schemata/AnalyzePublicProfilesResult.json')
  }
}

describe('every curl line of the documentation works as printed', async () => {
  for (const [edition, text] of Object.entries(editions)) {
    test(edition, async t => {
      const { url } = await testApp(t)
      const { execution: hash } = await apiAt(url).execute('AnalyzePublicProfiles', { ids: ['twitter:116679528'] })
      await apiAt(url).ended(hash)
      let calls = 0
      for (const line of curlLines(text)) {
        for (const job of /\{(?:job|service)_type\}/.test(line) ? jobs : ['']) {
          for (const call of callsOf(line, { url, hash, job })) {
            calls++
            assertDocumented(call, await send(call), hash)
          }
        }
      }
      assert.ok(calls >= curlLines(text).length)
    })
  }
})

test('the paths that are printed without a curl line work too', async t => {
  const { url } = await testApp(t)
  const api = apiAt(url)
  const { execution } = await api.execute('AnalyzePublicProfiles', { ids: ['twitter:116679528'] })
  await api.ended(execution)

  assert.equal((await api.ask(`/stop?execution=${execution}`)).status, 200)
  assert.equal((await api.ask(`/stop?execution=${execution}`, { method: 'POST' })).status, 200)
  assert.equal((await api.ask(`/resources/${execution}/result.json`)).status, 200)
  assert.equal((await api.ask(`/status?configuration=any&execution=${execution}`)).status, 200)
  const estimate = await api.post('/estimate', { job: 'AnalyzePublicProfiles', ids: ['twitter:116679528'] })
  assert.equal(((await estimate.json()) as { valid: boolean }).valid, true)
})

test('the printed answers of /estimate come word for word', async t => {
  const { url } = await testApp(t)
  const api = apiAt(url)
  const estimate = async (job: string, body: unknown) => {
    const answer = await api.post(`/estimate/${job}`, body)
    return [answer.status, await answer.json()] as const
  }
  const ids = Array.from({ length: 1001 }, (_, i) => `twitter:${i + 1}`)

  assert.deepEqual(await estimate('Nonsense', { ids }), [404, { errors: ['Invalid job type'] }])
  for (const job of jobs) {
    assert.deepEqual(await estimate(job, { ids }), [
      200,
      { valid: false, errors: ['Maximum of 1000 ids may be provided'] }
    ])
    for (const none of [{}, { ids: [] }, { ids: null }]) {
      assert.deepEqual(await estimate(job, none), [200, { valid: false, errors: ['A list of ids must be present'] }])
    }
    const [, few] = await estimate(job, { ids: ids.slice(0, 3) })
    const { valid, warnings } = few as { valid: boolean; warnings?: string[] }
    const isAdvised = job === 'AudienceInfluencers' || job === 'ExternalInfluencers'
    assert.deepEqual([valid, warnings?.includes('At least 50 ids must be provided')], [true, isAdvised], job)
  }
})

test('what /estimate calls invalid, /execute refuses with the same sentences', async t => {
  const { url } = await testApp(t)
  const api = apiAt(url)
  for (const body of [{}, { ids: ['nonsense'] }, { ids: ['myspace:1'] }, { ids: ['twitter:1'], limit: 0 }]) {
    const estimate = (await (await api.post('/estimate/AudienceInfluencers', body)).json()) as { errors: string[] }
    const execute = await api.post('/execute/AudienceInfluencers', body)
    assert.deepEqual([execute.status, await execute.json()], [400, { errors: estimate.errors }], JSON.stringify(body))
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, clientOf, members, username } from './pylon-client.ts'

const headers = { authorization: `${username}:${apiKey}`, 'content-type': 'application/json' }
const base = '/v1.6/pylon/facebook'
const freqDist = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 3 } }

test('tasks and analyses of a recording that is stopped, unknown or empty', async t => {
  const { send, poll } = await clientOf(t, 'facebook', headers)
  const call = (method: string, path: string, body: unknown) => send({ method, path: `${base}/${path}`, body })
  const { hash } = members(await call('POST', 'compile', { csdl: 'interaction.content contains "nowhere"' }))
  const { id } = members(await call('PUT', 'start', { hash, name: 'empty' }))
  const task = { subscription_id: id, name: 'n', type: 'analysis', parameters: { parameters: freqDist } }

  const none = { interactions: 0, unique_authors: 0, analysis: { ...freqDist, results: [], redacted: false } }
  assert.deepEqual((await call('POST', 'analyze', { id, parameters: freqDist })).data, none)
  const submitted = members(await call('POST', 'task', task))
  assert.deepEqual((await poll(`${base}/task/analysis/${submitted.id}`)).result, none)
  assert.deepEqual(members(await send({ path: `${base}/sample?id=${id}` })).interactions, [])

  await call('PUT', 'stop', { id })
  const stopped = members(await call('POST', 'task', { ...task, name: 'what it held' }))
  assert.deepEqual((await poll(`${base}/task/analysis/${stopped.id}`)).result, none)
  const unknown = await call('POST', 'task', { ...task, subscription_id: 'f'.repeat(40) })
  assert.deepEqual([unknown.status, unknown.data], [404, { error: 'Subscription not found' }])
  const otherService = await send({ method: 'POST', path: '/v1.6/pylon/twitter/task', body: task })
  assert.equal(otherService.status, 404)
})

test('a filter that is wrong, hostile or too large is refused with a sentence', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const filters = [
    ...[
      '',
      ' ',
      '(',
      ')',
      '"',
      'interaction.content',
      'interaction.content contains',
      'interaction.content contains "x'
    ],
    ...['interaction.content == ', 'interaction.nothing exists', 'not', 'a and', 'tag "x" {', 'return {', 'stream "x"'],
    ...[`${'('.repeat(2000)}interaction.content exists${')'.repeat(2000)}`, 'interaction.content regex_partial "("'],
    ...[
      'interaction.content exists; DROP TABLE posts',
      "interaction.content exists' OR 1=1",
      'interaction.content exists --'
    ],
    Array(1002).fill('interaction.content exists').join(' or '),
    `interaction.content in "${'x,'.repeat(600_000)}"`,
    'interaction.geo geo_box "1,2"',
    'interaction.content contains_near "a:b"'
  ]
  for (const csdl of filters) {
    for (const path of ['validate', 'compile']) {
      const answer = await send({ method: 'POST', path: `${base}/${path}`, body: { csdl } })
      assert.ok([400, 404, 413].includes(answer.status), `${csdl.slice(0, 60)}: ${answer.status}`)
      assert.ok(String(members(answer).error).length > 10)
    }
  }
})

test('a filter of more than a mebibyte is too large, as clients know by the code', async t => {
  const { send } = await clientOf(t, 'facebook', headers)
  const csdl = `interaction.content contains "${'x'.repeat(1024 * 1024)}"`
  for (const path of ['validate', 'compile']) {
    const { status, data } = await send({ method: 'POST', path: `${base}/${path}`, body: { csdl } })
    const error = 'A filter may have 1048576 bytes: include others with stream and tags'
    assert.deepEqual([status, data], [413, { error }])
  }
})

test('SQL in every string of a request is a string', async t => {
  const { send, poll, standing } = await clientOf(t, 'facebook', headers)
  const evil = `x'); DROP TABLE posts; -- {id:String} \\' " \u2028`
  const quoted = JSON.stringify(evil)
  const csdl = `tag.${'a'} ${quoted} { interaction.content contains ${quoted} } return { interaction.content contains ${quoted} }`
  const { hash } = members(await send({ method: 'POST', path: `${base}/compile`, body: { csdl } }))
  const { id } = members(await send({ method: 'POST', path: `${base}/start`, body: { hash, name: 'evil' } }))
  assert.equal(members(await send({ path: `${base}/get?id=${id}` })).volume, 0)

  const filter = `interaction.content contains_any ${quoted} or interaction.hashtags in ${quoted} or links.url == ${quoted}`
  const parameters = { filter, parameters: freqDist }
  const body = { subscription_id: standing, name: evil.replace('\u2028', ''), type: 'analysis', parameters }
  const submitted = members(await send({ method: 'POST', path: `${base}/task`, body }))
  const task = await poll(`${base}/task/analysis/${submitted.id}`)
  assert.deepEqual([task.status, task.parameters], ['completed', parameters])
  const all = members(
    await send({ method: 'POST', path: `${base}/analyze`, body: { id: standing, parameters: freqDist } })
  )
  assert.equal(all.interactions, 5)
})

test('parameters of an analysis that are wrong are refused, each with its own sentence', async t => {
  const { send, standing } = await clientOf(t, 'facebook', headers)
  const now = Math.floor(Date.now() / 1000)
  const of = (change: object) => ({ ...freqDist, ...change })
  const wrong: unknown[] = [
    {},
    of({ analysis_type: 'sum' }),
    of({ analysis_type: 7 }),
    of({ parameters: null }),
    of({ parameters: { threshold: 3 } }),
    of({ parameters: { target: 'interaction.nothing' } }),
    of({ parameters: { target: 5 } }),
    of({ parameters: { target: 'interaction.hashtags', threshold: 0 } }),
    of({ parameters: { target: 'interaction.hashtags', threshold: 201 } }),
    of({ parameters: { target: 'interaction.hashtags', threshold: 'many' } }),
    of({ child: of({ child: of({ child: freqDist }) }) }),
    of({ child: { analysis_type: 'timeSeries', parameters: { interval: 'day' } } }),
    of({ child: 7 }),
    { analysis_type: 'timeSeries', parameters: { interval: 'second' } },
    { analysis_type: 'timeSeries', parameters: { interval: 'hour', span: 0 } },
    { analysis_type: 'timeSeries', parameters: { interval: 'hour', span: 1.5 } },
    { analysis_type: 'timeSeries', parameters: { interval: 'hour' }, child: freqDist }
  ]
  const windows = [
    { start: now, end: now - 60 },
    { start: now - 40 * 86_400 },
    { start: 'yesterday' },
    { end: now * 1000 },
    { filter: 'interaction.content cs contains "x"' },
    { filter: 'interaction.content substr "x"' },
    { filter: 'tag "x" { interaction.content exists }' },
    { filter: Array(32).fill('interaction.content exists').join(' and ') },
    { filter: `interaction.hashtags in "${Array(101).fill('x').join(',')}"` },
    { filter: 'interaction.author.id == "1"' },
    { filter: '(((' }
  ]
  const questions = [
    ...wrong.map(parameters => ({ parameters })),
    ...windows.map(of => ({ ...of, parameters: freqDist }))
  ]
  for (const question of questions) {
    const body = { subscription_id: standing, name: 'n', type: 'analysis', parameters: question }
    const task = await send({ method: 'POST', path: `${base}/task`, body })
    const analysed = await send({ method: 'POST', path: `${base}/analyze`, body: { id: standing, ...question } })
    const asked = JSON.stringify(question).slice(0, 200)
    assert.deepEqual([task.status, analysed.status], [400, 400], asked)
    assert.equal(members(task).error, members(analysed).error, asked)
    assert.match(String(members(task).error), /[a-z]{3} [a-z]/i, asked)
  }
  const empty = await send({ path: `${base}/task/analysis` })
  assert.equal(members(empty).count, 0)
})

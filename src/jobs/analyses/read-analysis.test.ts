import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadTargets } from '../../analytics/targets/targets.ts'
import { InvalidRequest } from '../../errors.ts'
import { CsdlError } from '../../languages/csdl/csdl-error.ts'
import type { Service } from '../../model/ids.ts'
import type { TaskSource } from '../tasks/task-source.ts'
import { readAnalysis } from './read-analysis.ts'

const targets = loadTargets([])
const now = 1_500_000_000
const day = 86_400
const everything = { rules: [], imports: [], filter: null }

function sourceOf(service: Service, more: Partial<TaskSource> = {}): TaskSource {
  return { service, hash: 'f'.repeat(32), hasTags: false, from: 0, to: null, now, midnight: now, ...more }
}

function read(parameters: unknown, service: Service = 'twitter', more: Partial<TaskSource> = {}, isSpawned = false) {
  return readAnalysis(parameters, { source: sourceOf(service, more), program: everything, targets, isSpawned })
}

const tags = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 5 } }
const minutes = (more: object = {}) => ({ analysis_type: 'timeSeries', parameters: { interval: 'minute', ...more } })
const windowOf = (parameters: object, service?: Service, more?: Partial<TaskSource>) => {
  const { start, end } = read(parameters, service, more)
  return [now - start, now - end]
}

test('an analysis without a window is of the last day, or of the longest period of its interval', () => {
  assert.deepEqual(windowOf({ parameters: tags }), [day, 0])
  const longest = { minute: 3600, hour: 14 * day, day: 32 * day, week: 28 * day, month: 31 * day }
  for (const [interval, seconds] of Object.entries(longest))
    assert.deepEqual(windowOf({ parameters: minutes({ interval }) }), [seconds, 0])
})

test('a window starts at most 30 or 32 days before the last midnight, at which data expire', () => {
  const sinceMidnight = now % day
  const daily = { parameters: minutes({ interval: 'day' }) }
  assert.deepEqual(windowOf(daily, 'linkedin'), [30 * day + sinceMidnight, 0])
  assert.deepEqual(windowOf({ ...daily, start: now - sinceMidnight - 30 * day }, 'linkedin'), [
    30 * day + sinceMidnight,
    0
  ])
  const asked = { start: now - sinceMidnight - 32 * day, end: now - day, parameters: tags }
  assert.deepEqual(windowOf(asked, 'facebook'), [32 * day + sinceMidnight, day])
  assert.throws(() => windowOf({ ...asked, start: asked.start - 1 }, 'facebook'), /can not be older than 32 days/)
})

test('a start alone means until now, an end alone means the default period before it', () => {
  assert.deepEqual(windowOf({ start: now - 50, parameters: tags }), [50, 0])
  assert.deepEqual(windowOf({ end: now - 50, parameters: tags }), [day + 50, 50])
  assert.deepEqual(windowOf({ start: '', end: '', parameters: tags }), [day, 0])
  assert.deepEqual(windowOf({ start: String(now - 60), end: ` ${now - 50}.0 `, parameters: tags }), [60, 50])
  assert.deepEqual(windowOf({ start: null, end: null, parameters: tags }), [day, 0])
})

test('a window ends now at the latest, and where its recording ends', () => {
  assert.deepEqual(windowOf({ start: now - 60, end: now + 999, parameters: tags }), [60, 0])
  assert.deepEqual(
    windowOf({ start: now - 60, parameters: tags }, 'twitter', { from: now - 40, to: now - 20 }),
    [40, 20]
  )
  assert.deepEqual(windowOf({ start: now - 60, parameters: tags }, 'twitter', { to: now - 100 }), [100, 100])
  assert.deepEqual(windowOf({ start: now + 5, end: now + 9, parameters: tags }), [0, 0])
})

test('what real clients send beside the documented members does not matter', () => {
  const expected = { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 5 } }
  const sent = [
    { ...tags, start: now - 5 },
    { filter: '', service: 'twitter', recordingId: 'x', parameters: { ...tags, child: null } },
    { filter: ' \n', parameters: { ...tags, parameters: { ...tags.parameters, child: null, threshold: '5' } } },
    { parameters: { ...tags, parameters: { target: 'Interaction.Hashtags', threshold: 5.0, span: 3 } } }
  ]
  for (const parameters of sent) {
    const { analysis, filter } = read(parameters)
    assert.deepEqual([analysis, filter], [expected, null])
  }
  const spans = [1, 1.0, '1', '1.0', null, '', undefined].map(span => read({ parameters: minutes({ span }) }).analysis)
  for (const analysis of spans) assert.deepEqual(analysis, minutes({ span: 1 }))
})

test('a freqDist without a threshold has 200 rows, a timeSeries without parameters is of days', () => {
  const { analysis } = read({ parameters: { ...tags, parameters: { target: 'interaction.hashtags' } } })
  assert.deepEqual(analysis.parameters, { target: 'interaction.hashtags', threshold: 200 })
  assert.deepEqual(
    read({ parameters: { analysis_type: 'timeSeries' } }).analysis,
    minutes({ interval: 'day', span: 1 })
  )
})

function nested(...thresholds: readonly number[]): object {
  const [threshold, ...others] = thresholds
  const parameters = { target: 'interaction.hashtags', threshold }
  return { analysis_type: 'freqDist', parameters, ...(others.length > 0 && { child: nested(...others) }) }
}

test('three levels are read, their thresholds multiplied up to 80,000', () => {
  assert.equal(read({ parameters: nested(200, 200, 2) }).analysis.analysis_type, 'freqDist')
})

test('the filter is read, and those of strategies may have longer lists', () => {
  const list = Array.from({ length: 150 }, (_, number) => `v${number}`).join(',')
  const filter = `interaction.hashtags in "${list}"`
  assert.equal(read({ filter, parameters: tags }, 'twitter', {}, true).filter?.kind, 'predicate')
  assert.throws(() => read({ filter, parameters: tags }), InvalidRequest)
  const unread = ['interaction.hashtags in', 'tag "a" { li.type exists }', 'return { li.type exists }']
  for (const csdl of unread) assert.throws(() => read({ filter: csdl, parameters: tags }), CsdlError)
})

test('a recording with tag rules is asked about its tags', () => {
  assert.equal(read({ parameters: tags }, 'twitter', { hasTags: true }).tagsHash, 'f'.repeat(32))
  assert.equal(read({ parameters: tags }).tagsHash, '')
})

test('each mistake is answered with a sentence that says what is right', () => {
  const time = 'parameter must be a unix timestamp'
  const threshold = 'The threshold parameter must be an integer from 1 to 200'
  const analysable = 'The target parameter must be a target that can be analysed; the nearest are: '
  const of = (target: unknown, more: object = {}) => ({ parameters: { ...tags, parameters: { target, ...more } } })
  const mistakes: readonly (readonly [parameters: unknown, sentence: string | RegExp, service?: Service])[] = [
    [undefined, "Missing param 'parameters'"],
    [[], 'The parameters parameter must be an object'],
    ['x', 'The parameters parameter must be an object'],
    [{}, "Missing param 'parameters'"],
    [{ parameters: 3 }, 'The parameters parameter must be an object'],
    [{ parameters: {} }, "Missing param 'analysis_type'"],
    [
      { parameters: { ...tags, analysis_type: 'freqdist' } },
      'analysis_type is invalid; valid values are: freqDist,timeSeries'
    ],
    [
      { parameters: { analysis_type: { toString: 1 } } },
      'analysis_type is invalid; valid values are: freqDist,timeSeries'
    ],
    [{ parameters: { analysis_type: 'freqDist' } }, "Missing param 'parameters'"],
    [of(undefined), "Missing param 'target'"],
    [of(7), 'The target parameter must be a string'],
    [of('interaction.hashtag'), `${analysable}interaction.hashtags`],
    [of('interaction.author.username'), analysable],
    [of("x'; DROP TABLE posts; --"), analysable],
    [of('interaction.hashtags', { threshold: 0 }), threshold],
    [of('interaction.hashtags', { threshold: 201 }), threshold],
    [of('interaction.hashtags', { threshold: 1.5 }), threshold],
    [of('interaction.hashtags', { threshold: '1e2' }), threshold],
    [of('interaction.hashtags', { threshold: [5] }), threshold],
    [{ parameters: nested(200, 200, 3) }, /^The threshold parameter must be lower: .* are 120000, and may be 80000$/],
    [{ parameters: nested(1, 1, 1, 1) }, 'The child parameter must not be nested deeper than 3 levels'],
    [{ parameters: { ...tags, child: minutes() } }, 'analysis_type is invalid; valid values are: freqDist'],
    [{ parameters: { ...tags, child: [] } }, 'The child parameter must be an object'],
    [{ parameters: { ...minutes(), child: tags } }, 'The child parameter must not be given under a timeSeries'],
    [
      { parameters: minutes({ interval: 'second' }) },
      'interval is invalid; valid values are: minute,hour,day,week,month'
    ],
    [{ parameters: minutes({ span: 0 }) }, 'The span parameter must be an integer greater than zero'],
    [{ parameters: minutes({ span: 1.5 }) }, 'The span parameter must be an integer greater than zero'],
    [{ parameters: minutes({ span: '-1' }) }, 'The span parameter must be an integer greater than zero'],
    [{ start: 'x', parameters: tags }, `The start ${time}`],
    [{ start: -1, parameters: tags }, `The start ${time}`],
    [{ end: now * 1000, parameters: tags }, `The end ${time}`],
    [{ end: {}, parameters: tags }, `The end ${time}`],
    [{ start: now - 5, end: now - 5, parameters: tags }, 'The start parameter must be before the end parameter'],
    [{ start: now, parameters: tags }, `The start parameter must be before the end of the data, ${now}`],
    [
      { start: now - 3601, parameters: minutes() },
      'The start parameter must be at most 60 minutes before the end for interval minute'
    ],
    [
      { start: now - 31 * day, parameters: tags },
      `Invalid Start Time ${now - 31 * day}. Start time can not be older than 30 days.`,
      'linkedin'
    ],
    [
      { start: now - 33 * day, parameters: tags },
      `Invalid Start Time ${now - 33 * day}. Start time can not be older than 32 days.`,
      'facebook'
    ],
    [{ filter: 3, parameters: tags }, 'The filter parameter must be a string']
  ]
  for (const [parameters, sentence, service] of mistakes) {
    assert.throws(
      () => read(parameters, service),
      (error: unknown) =>
        error instanceof InvalidRequest &&
        (typeof sentence === 'string' ? error.message.startsWith(sentence) : sentence.test(error.message)),
      `${JSON.stringify(parameters)} → ${sentence}`
    )
  }
})

test('with skills the thresholds multiplied are at most 1,000', () => {
  const skills = { target: 'li.user.member.skills', threshold: 100 }
  const parameters = { analysis_type: 'freqDist', parameters: skills, child: nested(11) }
  assert.throws(() => read({ parameters }), /are 1100, and may be 1000 with skills$/)
})

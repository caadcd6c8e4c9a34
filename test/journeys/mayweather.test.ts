import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readCsv } from '../../bench/read-csv.ts'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'
import { pylonAt } from '../support/pylon.ts'

const file = new URL('../../../shared/data/mayweather-2017/tweets.csv.gz', import.meta.url)
const skip = existsSync(file) ? false : 'the recorded posts of the fight are not beside this repository'

const hourSeconds = 3600
/** 27 August 2017, five past midnight in the east of the United States, four hours behind UTC. */
const start = Date.parse('2017-08-27T04:00:00Z') / 1000

test('posts of the fight, imported by their columns, have the minutes and hashtags of plain code', {
  skip
}, async t => {
  const off = { DEMOGRAPH_PRIVACY_MIN_AUTHORS: '1', DEMOGRAPH_PRIVACY_MIN_TOTAL: '1', DEMOGRAPH_PRIVACY_ROUND_TO: '1' }
  const { url } = await testApp(t, off)
  const bytes = readFileSync(file)
  const imported = await apiAt(url).importFile('tweets.csv.gz', bytes, {
    format: 'mapped-csv',
    columns: 'id=id,author=screen_name,created_at=created_at,text=text',
    time_zone: 'America/New_York'
  })
  const rows = readCsv(gunzipSync(bytes).toString())
  assert.deepEqual([imported.records, imported.rejected], [rows.length, 0])
  const pylon = pylonAt(url)
  const posts = [...new Map(rows.map(row => [row.id, row])).values()]

  const answers = await Promise.all(
    [0, 1].map(hour =>
      pylon.analyse({
        start: start + hour * hourSeconds,
        end: start + (hour + 1) * hourSeconds,
        parameters: { analysis_type: 'timeSeries', parameters: { interval: 'minute' } }
      })
    )
  )
  const minutes = new Map<number, number>()
  for (const { created_at = '' } of posts) {
    const time = Date.parse(`${created_at.replace(' ', 'T')}-04:00`) / 1000
    const minute = Math.floor(time / 60) * 60
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
  }
  assert.deepEqual(
    answers.flatMap(({ analysis }) => analysis.results.map(({ key, interactions }) => [key, interactions])),
    [...minutes].sort(([one], [other]) => one - other)
  )

  const { analysis } = await pylon.analyse({
    start,
    end: start + 2 * hourSeconds,
    parameters: { analysis_type: 'freqDist', parameters: { target: 'interaction.hashtags', threshold: 10 } }
  })
  const tags = new Map<string, number>()
  for (const { text = '' } of posts) {
    const found = text
      .replace(/https?:\/\/\S+/g, ' ')
      .matchAll(/(?<![\p{L}\p{M}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]+)(?![#＃\p{L}\p{M}\p{N}_])/gu)
    for (const tag of new Set([...found].map(([, tag = '']) => tag.toLowerCase())))
      tags.set(tag, (tags.get(tag) ?? 0) + 1)
  }
  const top = [...tags].sort(([, one], [, other]) => other - one).slice(0, 10)
  assert.deepEqual(
    analysis.results.map(({ interactions }) => interactions),
    top.map(([, count]) => count)
  )
  assert.deepEqual(
    new Set(analysis.results.slice(0, 5).map(({ key }) => key)),
    new Set(top.slice(0, 5).map(([tag]) => tag))
  )
})

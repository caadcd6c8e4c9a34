import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

const languages = (posts: readonly (readonly [lang: string | null, text: string | null])[]) =>
  posts.map(([lang, text]) => languageOf({ lang, text })?.language)

test("the network's own label is trusted, and written as ISO 639-1", () => {
  const labels = ['en', 'pt-BR', 'zh_Hant', 'in', 'iw', 'eng', 'fil', 'ckb'].map(lang => [lang, 'Guten Abend'] as const)
  assert.deepEqual(languages(labels), ['en', 'pt', 'zh', 'id', 'he', 'en', 'tl', 'ckb'])
})

test('labels that name no language are passed over for the text', () => {
  const text = 'Das Wetter wird am Wochenende endlich besser.'
  const labels = ['und', 'zxx', 'qme', 'xx', '', 'klingon!', '../en'].map(lang => [lang, text] as const)
  assert.deepEqual(new Set(languages(labels)), new Set(['de']))
})

test('without a label the text tells its language', () => {
  assert.deepEqual(
    languages([
      [null, 'We will hold a town hall in Springfield on Saturday'],
      [null, 'Mañana presentamos el informe anual de la universidad'],
      [null, 'O resultado do jogo de ontem foi uma surpresa para todos'],
      [null, 'Проект закона принят в первом чтении'],
      [null, '今日は東京でとても良い天気です'],
      [null, 'أعلنت الجامعة عن نتائج القبول للعام الجديد']
    ]),
    ['en', 'es', 'pt', 'ru', 'ja', 'ar']
  )
})

test('links, handles and hashtags are not words, and under three words nothing is said', () => {
  assert.deepEqual(
    languages([
      [null, 'RT @nytimes: https://t.co/abc #BreakingNews'],
      [null, 'thank you @NASA'],
      [null, '😂😂😂 !!!'],
      [null, ''],
      [null, null]
    ]),
    [undefined, undefined, undefined, undefined, undefined]
  )
})

test('a text that looks like no known language is left without one', () => {
  assert.equal(languageOf({ lang: null, text: 'xqzt vbrrk plmqw zzkt' }), undefined)
})

test('Indonesian and Malay are told apart by their frequent words, or not at all', () => {
  assert.deepEqual(
    languages([
      [null, 'aku nggak bisa tidur karena besok ada ujian di kampus'],
      [null, 'saya tak boleh tidur kerana esok ada peperiksaan, awak macam mana'],
      [null, 'mereka menyanyikan lagu baru di atas panggung besar itu']
    ]),
    ['id', 'ms', undefined]
  )
})

test('longer texts make the answer surer', () => {
  const short = languageOf({ lang: null, text: 'Where are the children?' })
  const long = languageOf({ lang: null, text: 'Where are the children who were playing in the garden this morning?' })
  assert.deepEqual([short?.confidence, long?.confidence], [0.95, 1 - 0.2 / 12])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

const languages = (posts: readonly (readonly [lang: string | null, text: string | null])[]) =>
  posts.map(([lang, text]) => languageOf({ lang, text })?.language)
const languagesOfTexts = (texts: readonly string[]) => languages(texts.map(text => [null, text]))

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
    languagesOfTexts([
      'We will hold a town hall in Springfield on Saturday',
      'Mañana presentamos el informe anual de la universidad',
      'O resultado do jogo de ontem foi uma surpresa para todos',
      'Проект закона принят в первом чтении',
      '今日は東京でとても良い天気です',
      'أعلنت الجامعة عن نتائج القبول للعام الجديد',
      'دیروز هوا خیلی خوب بود و ما به پارک رفتیم',
      'कल स्कूल में छुट्टी रहेगी'
    ]),
    ['en', 'es', 'pt', 'ru', 'ja', 'ar', 'fa', 'hi']
  )
})

test('the languages of Africa are known, and Hindi in Latin letters', () => {
  assert.deepEqual(
    languagesOfTexts([
      'Leo asubuhi watoto wamekwenda shuleni na mwalimu wao mpya',
      'Allah ya kiyaye mu, ina fatan za ku dawo lafiya gobe',
      'Abeg make una no dey vex, na so life be for this country',
      'Kya baat hai yaar, aaj to bahut maza aa gaya',
      'Ndi benshi cyane kandi barashaka gukora akazi keza',
      'መልካም አዲስ ዓመት ለሁላችሁም ይሁን'
    ]),
    ['sw', 'ha', 'pcm', 'hi', 'rw', 'am']
  )
})

test('other languages are not taken for African ones', () => {
  assert.deepEqual(
    languagesOfTexts([
      'Bugün hava çok güzel, sahilde yürüyüş yaptık',
      'Jutro rano jedziemy nad morze całą rodziną',
      'Huomenna sataa vettä koko päivän Helsingissä',
      'We gaan morgen met de trein naar Utrecht',
      'Magandang umaga sa inyong lahat, kumusta kayo?'
    ]),
    ['tr', 'pl', 'fi', 'nl', 'tl']
  )
})

test('a few words are enough when they are plain, and hashtags are read when there are no more words', () => {
  assert.deepEqual(languagesOfTexts(['Where are the children?', 'Guten Morgen', '#VamosArgentina #FelizCumpleaños']), [
    'en',
    'de',
    'es'
  ])
})

test('links, handles, emoji, laughter and text that looks like no language have none', () => {
  assert.deepEqual(
    languages([
      [null, 'RT @nytimes: https://t.co/abc'],
      [null, '@user http @user'],
      [null, '😂😂😂 !!!'],
      [null, '12:30 — 100 %'],
      [null, '@user HAHAHAHAHA aaaaaaaah'],
      [null, 'xqzt vbrrk plmqw zzkt'],
      [null, ''],
      [null, null]
    ]),
    Array.from({ length: 8 }, () => undefined)
  )
})

test('languages that are near each other are told apart by frequent words and letters', () => {
  assert.deepEqual(
    languagesOfTexts([
      'Danas je lepo vreme, idemo u šetnju',
      'Danas je lijepo vrijeme, idemo u šetnju',
      'Hoxe fai bo tempo, imos dar un paseo',
      'Jeg kan godt lide kaffe om morgenen',
      'Gleder meg til å se kampen i kveld',
      'Dit is vandag mooi weer, ons gaan stap',
      'आज हवामान खूप छान आहे, चला फिरायला जाऊया',
      'आज मौसम धेरै राम्रो छ, घुम्न जाऔं',
      'Коли наступний матч?',
      'سلام دوستان عزیز',
      'سلام دوستو کیا حال ہے'
    ]),
    ['sr', 'hr', 'gl', 'da', 'no', 'af', 'mr', 'ne', 'uk', 'fa', 'ur']
  )
})

test('Indonesian and Malay are told apart by their frequent words, and without any it is Indonesian', () => {
  assert.deepEqual(
    languagesOfTexts([
      'aku nggak bisa tidur karena besok ada ujian di kampus',
      'saya tak boleh tidur kerana esok ada peperiksaan, awak macam mana',
      'mereka menyanyikan lagu baru di atas panggung besar itu'
    ]),
    ['id', 'ms', 'id']
  )
})

test('a text of which only the beginning is read takes no longer', () => {
  assert.equal(languageOf({ lang: null, text: 'the weather is fine today '.repeat(400_000) })?.language, 'en')
  assert.doesNotThrow(() => languageOf({ lang: null, text: 'a'.repeat(10_000_000) }))
})

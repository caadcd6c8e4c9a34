import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eld } from 'eld/large'
import { detectLanguage } from './detect-language.ts'

const texts = [
  'The committee will meet again on Thursday; here’s what we know so far.',
  "L'assemblée nationale n'a pas encore voté la loi sur l’énergie",
  'Nous avons été très heureux de vous accueillir à Montréal',
  'Der Bundestag hat heute über den Haushalt abgestimmt',
  'La biblioteca abrirá sus puertas el próximo lunes',
  'Η κυβέρνηση ανακοίνωσε νέα μέτρα',
  'ประชาชนควรได้รับข้อมูลที่ถูกต้อง',
  '국회는 오늘 예산안을 통과시켰다',
  'सरकार ने आज नई योजना की घोषणा की',
  'Bugün hava çok güzel, sahilde yürüyüş yaptık',
  "rock 'n' roll ain't noise pollution",
  'a b c d e f g',
  `${'antidisestablishmentarianism '.repeat(40)}and so on`
]

test('the packed table gives the same answers as the detector that it was packed from', () => {
  assert.deepEqual(
    texts.map(text => detectLanguage(text)?.language),
    texts.map(text => eld.detect(text).language)
  )
})

test('a text without letters has no language', () => {
  assert.deepEqual(['', '12:30 — 100 %', '🎉🎉'].map(detectLanguage), [undefined, undefined, undefined])
})

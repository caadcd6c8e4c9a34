import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import { personName } from './vcard-name.ts'

type Hints = { readonly handle?: string; readonly lang?: string; readonly summary?: string }

/** `prefix|given|family`, or nothing. */
function parts(name: string, { handle = '', lang = '', summary = '' }: Hints = {}) {
  const said = personName({ name, handle, lang, summary })
  return said && [said.honorificPrefix, said.givenName, said.familyName].join('|')
}
const all = (names: readonly string[], hints?: Hints) => names.map(name => parts(name, hints))

test('a plain name is a given and a family name', () => {
  assert.deepEqual(all(['Ada Lovelace', 'Jean-François Marchand', "Nina D'Almeida", 'John K. Delaney']), [
    '|Ada|Lovelace',
    '|Jean-François|Marchand',
    "|Nina|D'Almeida",
    '|John|Delaney'
  ])
})

test('titles become the honorific prefix, and letters after the name are dropped', () => {
  assert.deepEqual(
    all([
      'Dr. Neal Dunn',
      'Prof. Dr. Emma Braun',
      'U.S. Rep. Bob Latta',
      'Rep.Grace Napolitano',
      'Senator Bob Corker',
      'Neal Dunn, MD',
      'Frank Pallone, Jr.',
      'Rebecca Costantini PhD'
    ]),
    [
      'Dr.|Neal|Dunn',
      'Prof. Dr.|Emma|Braun',
      'Rep.|Bob|Latta',
      'Rep.|Grace|Napolitano',
      'Sen.|Bob|Corker',
      '|Neal|Dunn',
      '|Frank|Pallone',
      '|Rebecca|Costantini'
    ]
  )
})

test('an office and one word are a family name', () => {
  assert.deepEqual(
    all(['Senator Hatch', '(((Rep. Nadler)))', 'Mrs. Jenkins', 'Dr. Phil', 'Ms. Priya', 'Mr President']),
    ['Sen.||Hatch', 'Rep.||Nadler', 'Mrs.||Jenkins', undefined, undefined, undefined]
  )
})

test('small words open the family name', () => {
  assert.deepEqual(
    all(
      [
        'Chris Van Hollen',
        'Klaas de Boer',
        'Brad Van De Velden',
        'Omar bin Said',
        'Youssef El Amrani',
        'Lucía Fernández de la Vega',
        'Al Green'
      ],
      { handle: 'algreen' }
    ),
    [
      '|Chris|Van Hollen',
      '|Klaas|de Boer',
      '|Brad|Van De Velden',
      '|Omar|bin Said',
      '|Youssef|El Amrani',
      '|Lucía|Fernández de la Vega',
      '|Al|Green'
    ]
  )
})

test('emoji, pronouns, nicknames and remarks are no part of a name', () => {
  assert.deepEqual(
    all([
      '🔎Julia Evans🔍',
      'Leslie Smith (she/her)',
      'Bernadette "bird" Bowen',
      'Aman Chaudhary - Artist',
      'Kenzo Yamashita | 山下健三',
      'Steve Haroz @steve@social.example',
      '𝓝𝓲𝓬𝓴 𝓒𝓪𝓿𝓮'
    ]),
    [
      '|Julia|Evans',
      '|Leslie|Smith',
      '|Bernadette|Bowen',
      '|Aman|Chaudhary',
      '|Kenzo|Yamashita',
      '|Steve|Haroz',
      '|Nick|Cave'
    ]
  )
})

test('a family name before a comma is turned round', () => {
  assert.deepEqual(all(['Lovelace, Ada', 'van Gogh, Vincent', 'One, two, three']), [
    '|Ada|Lovelace',
    '|Vincent|van Gogh',
    undefined
  ])
})

test('two family names are kept where the profile or the names themselves are Spanish, and a third word is doubted elsewhere unless the second is a first name', () => {
  assert.deepEqual(all(['María Alonso García'], { lang: 'es' }), ['|María|Alonso García'])
  assert.deepEqual(all(['José Pérez Gómez', 'Santiago Ramón y Cajal', 'Mary Ann Evans', 'Ulrik Xander-Smed Evans']), [
    '|José|Pérez Gómez',
    '|Santiago|Ramón y Cajal',
    '|Mary|Evans',
    '|Ulrik|Evans'
  ])
})

test('Chinese, Korean and Japanese names begin with the family name; an undivided Japanese one is cut behind a frequent family name', () => {
  assert.deepEqual(all(['王小明', '欧阳修远', '김민수', '山田 太郎', '山田太郎', 'まこと']), [
    '|小明|王',
    '|修远|欧阳',
    '|민수|김',
    '|太郎|山田',
    '|太郎|山田',
    undefined
  ])
})

test('Chinese and Korean names in Latin letters are turned round where only the first word is a family name', () => {
  assert.deepEqual(all(['Wang Xiaoming', 'Kim Min-jun', 'Xiaoming Wang', 'Helen Wong']), [
    '|Xiaoming|Wang',
    '|Min-jun|Kim',
    '|Xiaoming|Wang',
    '|Helen|Wong'
  ])
})

test('Vietnamese names in their own order and Hungarian ones begin with the family name', () => {
  assert.deepEqual(all(['Nguyễn Văn Hùng', 'Tran Minh Duc', 'Linh Pham', 'Kovács Zsófia', 'Zsófia Kovács']), [
    '|Hùng|Nguyễn',
    '|Duc|Tran',
    '|Linh|Pham',
    '|Zsófia|Kovács',
    '|Zsófia|Kovács'
  ])
})

test('names in letters without capitals are no shouting', () => {
  assert.deepEqual(all(['محمد أحمد', 'דוד לוי', 'Ольга Смирнова']), ['|محمد|أحمد', '|דוד|לוי', '|Ольга|Смирнова'])
})

test('struck, small-capital and spaced letters are read as the plain ones', () => {
  assert.deepEqual(all(['J̶o̶h̶n̶ Doe', 'ᴍᴀʀɪᴀ ɢᴀʀᴄɪᴀ', 'J A N E   D O E']), ['|John|Doe', '|Maria|Garcia', '|Jane|Doe'])
})

test('couples, shops, parodies and callings are no names of one person', () => {
  const others = [
    'Anna & Tom',
    'Mark + Lucy',
    'Tom und Anna Meyer',
    "Jack Daniel's",
    'Jane Doe (parody)',
    'Author Jane Doe'
  ]
  assert.deepEqual(
    all(others),
    others.map(() => undefined)
  )
  assert.deepEqual(all(['jane ❤️ bts', 'Santiago Ramón y Cajal']), ['|Jane|', '|Santiago|Ramón y Cajal'])
})

test('a frequent first name stands alone, or before an initial', () => {
  assert.deepEqual(all(['Helen', '✨ Tyler ✨', 'Matt M.', 'Kate Morrow!', 'Star', 'Xqzzy']), [
    '|Helen|',
    '|Tyler|',
    '|Matt|',
    '|Kate|Morrow',
    undefined,
    undefined
  ])
})

test('names in capitals or small letters get their letters right', () => {
  assert.deepEqual(
    all(['JAKE MILLER', 'SHEREE MARLOWE', 'rick ramona', "SHAUN O'BRIEN"], {
      handle: 'shereemarlowerickramonashaunobrien'
    }),
    ['|Jake|Miller', '|Sheree|Marlowe', '|Rick|Ramona', "|Shaun|O'Brien"]
  )
})

test('organizations, handles as names and single words are not taken for people', () => {
  const others = [
    'Harvard University',
    'Friends of the Brook',
    'Team McCain',
    'Ellison for Congress',
    'JohnCornyn',
    'user_name99',
    'Paige',
    'NYU',
    '',
    'Laurie & Carolyn'
  ]
  assert.deepEqual(
    all(others),
    others.map(() => undefined)
  )
})

test('a profile that speaks as many is doubted', () => {
  assert.equal(parts('Humble Bears', { summary: 'We make our honey by hand.' }), undefined)
})

test('a handle made of the name makes it surer', () => {
  const confidence = (handle: string) =>
    personName({ name: 'Bill Foster', handle, lang: null, summary: null })?.confidence
  assert.deepEqual([confidence('chicagofan'), confidence('RepBillFoster')], [0.93, 0.98])
})

test('endless and hostile names are read in no time', () => {
  const start = processorMs()
  for (const piece of ['(', '"', 'a ', "'", ',', '\u200d', 'ﷺ', ' she /'])
    personName({ name: piece.repeat(100_000), handle: piece.repeat(1000), lang: null, summary: null })
  assert.ok(processorMs() - start < 1000)
})

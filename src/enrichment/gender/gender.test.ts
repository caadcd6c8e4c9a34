import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../../test/support/processor-ms.ts'
import type { ProfileId } from '../../model/ids.ts'
import { silentProfile } from '../../model/profile.ts'
import { readProfile } from '../reading.ts'
import { genderOf } from './gender.ts'

function said(name: string | null, summary: string | null = null, handle: string | null = null) {
  const id = 'twitter:1' as ProfileId // Any will do.
  return genderOf(readProfile({ ...silentProfile, id, handle, name, summary, observedAt: Date.UTC(2024, 5) }))
}
const valueFor = (...profile: Parameters<typeof said>) => said(...profile)?.value ?? '-'
const ofNames = (...names: string[]) => names.map(name => valueFor(name).charAt(0)).join('')

test('a known first name decides, in several languages and scripts, behind initials and titles', () => {
  assert.equal(
    ofNames(
      'Maria Oliveira',
      'J. Michael Doe',
      'Dr. Rajesh Iyer',
      'Анна Петрова',
      'Ayşe Yılmaz',
      'Jean-Claude Dupont',
      '✨Sarah✨',
      'HeinrichMeyer'
    ),
    'fmmffmfm'
  )
})

test('names of both sexes, and Chinese and Korean names in Latin letters, get no value', () => {
  assert.equal(
    ofNames('Robin Doe', 'Casey Doe', 'Li Wei', 'Wang Xiaoming', 'Kim Min-jun', 'Young Hee Kang', 'Ming-Hua Chen'),
    '-------'
  )
  assert.equal(ofNames('Helen Wong', 'Peter Kim'), 'fm')
})

test('a name of several people, a shop of somebody, and a family name behind a title say nothing', () => {
  assert.equal(
    ofNames('Anna & Tom', 'Smith & Sons', "Anna's Bakery", 'Donald Doe (Parody)', 'Senator Lopez', 'Mr. Jenkins'),
    '-----m'
  )
  assert.equal(valueFor('Mrs. Thompson'), 'female')
  assert.equal(ofNames('Sarah E Dempsey', 'SARAH AND TOM', 'Ana y Luis'), 'f--')
})

test('a Vietnamese middle name, a Japanese ending and a name that only women have behind theirs tell', () => {
  assert.equal(
    ofNames('Nguyễn Thị Lan', 'Nguyễn Văn Hùng', '佐藤花子', '山田太郎', 'Harpreet Kaur', 'Kovács Zsófia'),
    'fmfmff'
  )
})

test('the ending of a Slavic family name decides where the first name does not', () => {
  assert.equal(ofNames('Xqz Kuznetsova', 'Ю. Смирнова'), 'ff')
})

test('pronouns that a person states win over the name', () => {
  assert.deepEqual(said('James Doe', 'she/her. Birds.'), { value: 'female', confidence: 0.99, from: 'pronouns' })
  assert.equal(valueFor('Mary Doe (he/him)'), 'male')
  assert.equal(valueFor('Alex Doe', 'pronouns: he'), 'male')
  assert.equal(valueFor('Lucía (ella/she)'), 'female')
})

test('whoever states "they", or several pronouns, gets no value', () => {
  assert.deepEqual(
    ['they/them', 'she/they', 'he | they', 'any pronouns', 'elle/iel'].map(stated => valueFor('Mary Doe', stated)),
    ['-', '-', '-', '-', '-']
  )
})

test('titles and what people call themselves are sources, words about others are not', () => {
  assert.deepEqual(said('Congresswoman Robin Doe'), { value: 'female', confidence: 0.97, from: 'title' })
  assert.equal(valueFor('Robin Doe', 'Mom of three, runner'), 'female')
  assert.equal(valueFor('Robin Doe', 'Husband, father, sinner'), 'male')
  assert.equal(valueFor('Robin Doe', 'Periodista y escritora'), 'female')
  assert.equal(valueFor('Robin', 'I love my mom.'), '-')
})

test('sources that agree are surer than one, and strong ones that disagree leave the value out', () => {
  assert.deepEqual(said('Mary Doe', 'Mother of two'), {
    value: 'female',
    confidence: 0.99,
    from: 'display name, description'
  })
  assert.equal(valueFor('Michael Doe', 'Proud mother and wife'), '-')
})

test('a name in the handle counts where there is no display name', () => {
  assert.equal(valueFor(null, null, 'jennifer_doe'), 'female')
})

test('the better known of two names in a handle counts, framed or drawn out, and so does a form of address', () => {
  assert.equal(valueFor(null, null, 'CarterJennifer'), 'female')
  assert.equal(valueFor(null, null, 'xXjenniferXx'), 'female')
  assert.equal(valueFor(null, null, 'MrMichaelDoe'), 'male')
})

test('words of a description say nothing where handle and the rest of it speak against them', () => {
  assert.equal(valueFor(null, 'Husband, kids, friends', 'jennifer_doe'), '-')
  assert.equal(valueFor(null, 'Husband and father', 'michael_doe'), 'male')
})

test('names with words of organizations say nothing', () => {
  assert.equal(ofNames("Mary's Pizza Restaurant", 'Grace Church Academy', ''), '---')
})

test('hostile texts are read in no time', () => {
  const start = processorMs()
  for (const piece of ['a', 'she/', 'mom ', '👩', 'Ann ', '\u202e', '\ud800', 'z͑ͫ', 'li-'])
    said(piece.repeat(100_000), piece.repeat(1_000_000), piece.repeat(10_000))
  assert.ok(processorMs() - start < 2000)
})

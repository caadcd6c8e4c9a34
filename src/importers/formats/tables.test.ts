import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engagements, readText } from '../../../test/importers/read-text.ts'

const columns = (text: string) =>
  new Map(text.split(',').map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))

test('an edge list is read with or without a header, apart by comma, tab, semicolon or blank', () => {
  const texts = [
    '1,2\n3,4',
    '1\t2\n3\t4\n',
    '1;2\n3;4',
    '# edges\n1 2\n3 4\n',
    'follower,followee\n1,2\n3,4',
    'target,source\n2,1\n4,3'
  ]
  for (const text of texts) {
    const found = readText(text)
    assert.deepEqual([found.format, found.rejects], ['edge-list', []], text)
    assert.deepEqual(found.follows, [
      ['twitter:1', 'twitter:2'],
      ['twitter:3', 'twitter:4']
    ])
  }
})

test('an edge list of another network is told by its ids', () => {
  const did = (letter: string) => `did:plc:${letter.repeat(24)}`
  const [a, b] = [did('a'), did('b')]
  const found = readText(`${a},${b}\n${b},${a}\n${b},nobody\n`, { service: 'bluesky' })
  assert.deepEqual(found.follows, [
    [`bluesky:${a}`, `bluesky:${b}`],
    [`bluesky:${b}`, `bluesky:${a}`]
  ])
  assert.deepEqual(found.rejects, ['3: followed account is no bluesky id: nobody'])
})

test('where the header says followers and followed, rows without ids are told one by one', () => {
  const found = readText('follower,followed\nann,bob\n1,2\n@cid,2\n')
  assert.deepEqual(found.follows, [['twitter:1', 'twitter:2']])
  assert.deepEqual(found.rejects, ['2: follower is no twitter id: ann', '4: follower is no twitter id: @cid'])
})

test('a table of profiles is read by the columns that are named', () => {
  const text = 'uid;full name;where;fans\n1;Ann;Oslo;1,234\n2;;;\nx;Bob;;3\n'
  const found = readText(text, { columns: columns('id=uid,name=full name,location=where,followers=fans') })
  assert.equal(found.format, 'mapped-csv')
  assert.deepEqual(
    found.profiles.map(({ id, name, location, followers }) => ({ id, name, location, followers })),
    [
      { id: 'twitter:1', name: 'Ann', location: 'Oslo', followers: 1234 },
      { id: 'twitter:2', name: null, location: null, followers: null }
    ]
  )
  assert.deepEqual(found.rejects, ['4: id is no twitter id: x'])
})

test('a table of posts is read by named columns, and hashtags, mentions and links from the text', () => {
  const text =
    'n,who,at,what\n900,ann,2017-08-27 00:05:34,"RT @Bob: #Go\nhttps://example.org/"\n901,@ann,2017-08-27 00:06,hi @cid\n'
  const found = readText(text, {
    columns: columns('id=n,author=who,created_at=at,text=what'),
    timeZone: 'America/New_York'
  })
  const [first] = found.posts
  assert.deepEqual(first?.createdAt, Date.UTC(2017, 7, 27, 4, 5, 34))
  assert.deepEqual(
    [first?.kind, first?.refAuthor, first?.hashtags, first?.urls],
    ['retweet', 'twitter:@bob', ['Go'], ['https://example.org/']]
  )
  assert.deepEqual(engagements(found.interactions), [
    'twitter:@ann retweet twitter:@bob',
    'twitter:@ann mention twitter:@cid'
  ])
})

test('usual column names are recognised, with a warning that says how they were taken', () => {
  const found = readText('id,screen_name,name,location,followers_count\n12,ann,Ann,Oslo,5\n')
  assert.equal(found.format, 'mapped-csv')
  assert.deepEqual(
    found.profiles.map(profile => [profile.id, profile.handle, profile.followers]),
    [['twitter:12', 'ann', 5]]
  )
  assert.deepEqual(found.warnings, [
    'The columns were guessed by their names; to say otherwise, change --columns id=id,handle=screen_name,name=name,location=location,followers=followers_count'
  ])
})

test('a value that is the same for all rows stands behind a second sign', () => {
  const found = readText('liker,post,whose\n1,900,2\n', {
    columns: columns('from=liker,to=whose,post=post,type==like')
  })
  assert.deepEqual(engagements(found.interactions), ['twitter:1 like twitter:2'])
})

test('JSON objects are read by the paths that are named, and long ids stay exact', () => {
  const text =
    '{"pid":874700960756576256,"user":{"key":1072250532645998596},"body":"hello","t":1497375002}\n{"pid":5}\n'
  const found = readText(text, { columns: columns('id=pid,author=user.key,text=body,created_at=t') })
  assert.equal(found.format, 'mapped-jsonl')
  assert.deepEqual(
    found.posts.map(({ id, author, createdAt }) => [id, author, createdAt]),
    [['twitter:874700960756576256', 'twitter:1072250532645998596', 1_497_375_002_000]]
  )
  assert.deepEqual(found.rejects, ['2: no time of the post'])
})

test('columns that do not fit are answered with those that do', () => {
  const read = (text: string, asked: string) => () => readText(text, { format: 'mapped-csv', columns: columns(asked) })
  assert.throws(read('a,b\n1,2\n', 'id=c'), { message: 'There is no column "c"; the file has a, b.' })
  assert.throws(read('a,b\n1,2\n', 'text=a'), {
    message: '--columns must say id, author, created_at, too, to read posts.'
  })
  assert.throws(
    read('a,b\n1,2\n', 'id=a,shoe_size=b'),
    /--columns does not know shoe_size of profiles; it knows id, handle/
  )
})

test('columns that the file does not have are never passed over', () => {
  const asked = { columns: columns('id=uid,name=name') }
  assert.throws(() => readText('id,screen_name,name\n1,a,A\n', asked), {
    message: 'The columns that --columns names are not those of the file: id, screen_name, name.'
  })
  assert.throws(() => readText('{"id":"twitter:1","screen_name":"a"}\n', asked), {
    message: 'The columns that --columns names are not those of the file: id, screen_name.'
  })
  assert.throws(() => readText('{"n":1,"words":"a"}\n', { columns: columns('author=n,text=words') }), {
    message: '--columns must say id, created_at, too, to read posts.'
  })
  assert.throws(() => readText('from_id,to_id\n1,2\n', { ...asked, format: 'sample-follows' }), {
    message: 'sample-follows knows its columns: leave --columns out, or leave --format out.'
  })
  assert.throws(
    () => readText('{"id":1,"id_str":"1","screen_name":"a"}\n', asked),
    /--columns says id, name, which answers/
  )
})

test('a file of no known format is answered with the formats that there are', () => {
  assert.throws(
    () => readText('Dear reader,\nthis is prose.\n'),
    /was not recognised. .* Or say --format NAME: edge-list, /
  )
  // Of a table, and of JSON, also with the names that --columns can take.
  assert.throws(() => readText('uid;nick\nx;y\n'), /its own are: uid, nick\. Or say/)
  assert.throws(() => readText('[{"uid": 1, "nick": "y"}]\n'), /its own are: uid, nick\. Or say/)
  assert.throws(() => readText('[1, 2, 3]\n'), /name=full_name\. Or say/)
})

test('a file of blank lines is said to be one', () => {
  assert.throws(() => readText('\n \n\r\n'), { message: 'the file holds nothing but blank lines.' })
})

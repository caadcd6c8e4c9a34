import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { test } from 'node:test'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runCli, startCli } from './run-cli.ts'

type Line = {
  readonly peoplepattern?: { readonly vcard?: object; readonly languages?: readonly string[] }
  readonly error?: object
}

const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('profiles and posts on stdin are enriched line by line, bad lines in their places', async t => {
  const home = await temporaryFolder(t)
  const input =
    '{"name":"Ann Lee","extra":1}\n\nno json\n{"text":"Bonjour à tous, quel beau match ce soir"}\n[1]\n{"id":7}'

  const { code, stdout, stderr } = await runCli(['enrich', '--stdin'], { home, input })

  assert.deepEqual([code, stderr], [0, ''])
  const [profile, broken, post, list, silent, ...more] = linesOf(stdout)
  assert.deepEqual(more, [])
  const { peoplepattern, ...echo } = profile ?? {}
  assert.deepEqual(echo, { name: 'Ann Lee', extra: 1 })
  assert.deepEqual(peoplepattern?.vcard, {
    name: { 'given-name': 'Ann', 'family-name': 'Lee', fn: 'Ann Lee' },
    email: []
  })
  assert.deepEqual(post?.peoplepattern?.languages, ['fr'])
  const refused = (input: unknown, message: string) => ({ status: 'error', code: 400, error: { input, message } })
  assert.deepEqual(
    [broken, list, silent],
    [
      refused('no json', 'No valid JSON'),
      refused([1], 'No valid fields provided for profile content'),
      refused({ id: 7 }, 'No valid fields provided for profile content')
    ]
  )
})

test('--kind says what all lines are, and a trait that is off is not said', async t => {
  const home = await temporaryFolder(t)
  const options = { home, input: '{"text":"Hello","name":"Ann Lee"}\n' }
  const [asPost] = linesOf((await runCli(['enrich', '--stdin', '--kind', 'post'], options)).stdout)
  const env = { DEMOGRAPH_TRAITS_OFF: 'name' }
  const [asProfile] = linesOf((await runCli(['enrich', '--stdin', '--kind', 'profile'], { ...options, env })).stdout)
  assert.ok(asPost?.peoplepattern?.languages)
  assert.deepEqual(
    [asProfile?.peoplepattern?.vcard, 'languages' in (asProfile?.peoplepattern ?? {})],
    [undefined, false]
  )

  const wrong = await runCli(['enrich', '--stdin', '--kind', 'person'], options)
  assert.deepEqual([wrong.code, wrong.stderr], [2, '--kind is profile or post.\n'])
})

test('each line is answered as it comes, and a reader that has seen enough ends it quietly', async t => {
  const child = startCli(['enrich', '--stdin'], { home: await temporaryFolder(t), input: null })
  t.after(() => child.kill('SIGKILL'))
  child.stdin?.write('{"name":"Ann Lee"}\n')
  const stdout = child.stdout as Readable // It is piped.
  for await (const line of createInterface(stdout)) {
    assert.ok(line.includes('"Ann"'))
    break
  }
  stdout.destroy()
  const ended = once(child, 'exit')
  const more = setInterval(() => child.stdin?.write('{"name":"Bob Stone"}\n'), 20)
  t.after(() => clearInterval(more))
  let said = ''
  child.stderr?.on('data', text => {
    said += text
  })
  const [code] = await ended
  assert.deepEqual([code, said], [0, ''])
})

test('without a server beside it, the corpus of the data folder is enriched anew', async t => {
  const home = await temporaryFolder(t)
  await writeFile(
    path.join(home, 'people.csv'),
    'id,screen_name,name,location\n1,ann,Ann Lee,Boston\n2,bob,Bob Stone,Paris\n'
  )
  const env = { DEMOGRAPH_TRAITS_OFF: 'place' }
  assert.equal((await runCli(['import', 'people.csv'], { home, env })).code, 0)

  const first = await runCli(['enrich'], { home })
  assert.deepEqual(
    [first.code, first.stdout.trim()],
    [0, '2 profiles and 0 posts looked at, 2 enriched anew.'],
    first.stderr
  )
  const second = await runCli(['enrich'], { home })
  assert.equal(second.stdout.trim(), 'All 2 profiles and 0 posts are up to date.')
  const asJson = await runCli(['enrich', '--json'], { home })
  assert.deepEqual(JSON.parse(asJson.stdout), { profiles: 2, posts: 0, anew: 0 })
})

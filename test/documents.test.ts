import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { limits } from '../src/http/limits.ts'
import { mappedFields } from '../src/importers/rows/mapped-row.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFile(path.join(root, file), 'utf8')

/** The part of a document below a heading of the second level. */
function section(text: string, heading: string): string {
  return text.split(/^## /m).find(part => part.startsWith(`${heading}\n`)) ?? ''
}

test('docs/command-line.md names every setting', async () => {
  const config = await read('src/config.ts')
  const settings = [...new Set([...config.matchAll(/(?:env\.|')([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name))]
  const named = await read('docs/command-line.md')
  assert.ok(settings.length > 10)
  assert.deepEqual(
    settings.filter(name => !named.includes(`\`${name}\``)),
    []
  )
})

test('docs/command-line.md names every field that --columns can name', async () => {
  const part = section(await read('docs/command-line.md'), 'import')
  for (const { rows, fields } of mappedFields) {
    const line = part.split('\n').find(text => text.startsWith(`| ${rows}`)) ?? ''
    const named = [...line.matchAll(/`([a-z_]+)`/g)].map(([, name = '']) => name)
    assert.deepEqual(named.slice(0, fields.length), fields, rows)
  }
})

test('docs/limits.md names every limit of HTTP', async () => {
  const named = await read('docs/limits.md')
  assert.deepEqual(
    Object.keys(limits).filter(name => !named.includes(`\`${name}\``)),
    []
  )
})

test('links between the documents lead somewhere', async () => {
  const broken: string[] = []
  for await (const file of glob(['*.md', 'docs/**/*.md', 'data/**/*.md'], { cwd: root })) {
    for (const [, link = ''] of (await read(file)).matchAll(/\]\(([^)]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue
      const [target = '', anchor = ''] = link.split('#')
      const place = target === '' ? file : path.join(path.dirname(file), target)
      if (!existsSync(path.join(root, place))) broken.push(`${file}: ${link}`)
      else if (anchor !== '' && !anchorsOf(await read(place)).includes(anchor)) broken.push(`${file}: ${link}`)
    }
  }
  assert.deepEqual(broken, [])
})

/** What a heading is called in a link, as GitHub makes it. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-')
  )
}

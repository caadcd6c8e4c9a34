import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { csdlLimits } from '../src/languages/csdl/limits.ts'
import { operatorOf, operatorRules } from '../src/languages/csdl/operators.ts'
import { parseCsdl } from '../src/languages/csdl/parse-csdl.ts'
import { wordsOf } from '../src/languages/csdl/words.ts'

const document = await readFile(new URL('../docs/csdl.md', import.meta.url), 'utf8')

test('every example of docs/csdl.md is read', () => {
  const examples = [...document.matchAll(/```csdl\n([^`]*)```/g)].map(([, text = '']) => text)
  assert.ok(examples.length > 10)
  for (const example of examples) parseCsdl(example)
})

test('docs/csdl.md names every operator with its other names, and every limit', () => {
  const rows = [...document.matchAll(/^\| (`[^|]*) \|/gm)].map(([, names = '']) => names)
  const named = new Set(rows.join(' ').match(/(?<=`)[^`]+(?=`)/g))
  assert.deepEqual(
    Object.keys(operatorRules).filter(name => !named.has(name)),
    []
  )
  for (const name of ['contains_phrase', 'any', 'all', 'near', 'wild', 'regex', 'pcre', '<>'])
    assert.ok(operatorOf(name) && named.has(name), name)
  assert.deepEqual(
    Object.keys(csdlLimits).filter(name => !document.includes(`\`${name}\``)),
    []
  )
})

test('docs/csdl.md cuts its examples into words as the program does', () => {
  const cuts = [...document.matchAll(/`([^`]+)` is (?:the words )?((?:`[^`]+`[ ,.]*){2,})/g)]
  assert.equal(cuts.length, 2)
  for (const [, text = '', words = ''] of cuts) assert.deepEqual(wordsOf(text), words.match(/(?<=`)[^`\s]+(?=`)/g))
})

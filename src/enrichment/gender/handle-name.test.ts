import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesInHandle, partsOfHandle } from './handle-name.ts'

const best = (handle: string) => {
  const [name] = namesInHandle(partsOfHandle(handle))
  return name && `${name.female > 0.5 ? 'female' : 'male'} ${name.where}`
}

test('a handle is cut where its letters change, without digits for letters and decoration', () => {
  assert.deepEqual(
    ['AnnDoe', 'ann_doe99', 'xXemilyXx', 'sarahhhh', 'm1chael'].map(handle => partsOfHandle(handle).join(' ')),
    ['ann doe', 'ann doe', 'emily', 'sarah', 'michael']
  )
})

test('the name that tells most comes first, wherever it stands', () => {
  assert.equal(best('jennifer_doe'), 'female part')
  assert.equal(best('CarterJennifer'), 'female later part')
  assert.equal(best('michaelqzt'), 'male start')
  assert.equal(best('qztjennifer'), 'female end')
  assert.equal(best('qz_x1'), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { domainOf } from './domains.ts'

test('a link counts for the site that it leads to, without www and m', () => {
  const links = [
    'https://www.nature.com/articles/x',
    'HTTP://M.Facebook.com/nasa',
    'judiciary.house.gov/hearing',
    'https://user:pass@a.example.org:8443/'
  ]
  assert.deepEqual(links.map(domainOf), ['nature.com', 'facebook.com', 'judiciary.house.gov', 'a.example.org'])
})

test("a site's own shortener counts for the site", () => {
  assert.deepEqual(['https://nyti.ms/2x', 'http://youtu.be/abc', 'https://cnn.it/1'].map(domainOf), [
    'nytimes.com',
    'youtube.com',
    'cnn.com'
  ])
})

test("open shorteners and links to the network's own posts say nothing", () => {
  const links = [
    'https://t.co/abc',
    'http://bit.ly/x',
    'https://twitter.com/NASA/status/1',
    'https://x.com/NASA/status/1',
    'https://artist.lnk.to/song'
  ]
  assert.deepEqual(
    links.map(domainOf),
    links.map(() => undefined)
  )
})

test('what is no link to a named host is passed over', () => {
  const links = [
    '',
    'javascript:alert(1)',
    'mailto:someone@example.org',
    'http://localhost/',
    'http://127.0.0.1/x',
    'http://[::1]/',
    'https://',
    'not a link'
  ]
  assert.deepEqual(
    links.map(domainOf),
    links.map(() => undefined)
  )
})

test('a name in another script is written as the network sends it', () => {
  assert.equal(domainOf('https://пример.рф/новости'), 'xn--e1afmkfd.xn--p1ai')
})

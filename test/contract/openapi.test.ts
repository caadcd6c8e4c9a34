import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { apiAt } from '../support/api.ts'
import { testApp } from '../support/app.ts'

type Operation = {
  readonly security?: unknown[]
  readonly operationId: string
  readonly responses: Readonly<Record<string, unknown>>
}
type Document = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const named = [
  'ExecuteRequest ExecuteResponse EstimateRequest EstimateResponse StatusRequest StatusResponse',
  'AnalyzePublicProfilesRequest AnalyzePublicProfilesResult Profile Ranking RankingOfRankings FieldAggregation',
  ...['AudienceInfluencers', 'ExternalInfluencers', 'FollowerBreakdown'].map(
    job => `${job}Request ${job}Result ${job}ReportRequest ${job}ReportResult`
  )
].flatMap(line => line.split(' '))

test('the document is valid OpenAPI 3.1, and needs no token', async t => {
  const { url } = await testApp(t)
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document

  const { valid, errors } = await new Validator().validate(structuredClone(document))

  assert.ok(valid, JSON.stringify(errors))
  assert.equal(document.openapi.slice(0, 4), '3.1.')
  const operations = Object.values(document.paths).flatMap(path => Object.values(path))
  assert.equal(new Set(operations.map(operation => operation.operationId)).size, operations.length)
})

test('every call of the contract is described, and every described call exists', async t => {
  const { url } = await testApp(t)
  const { paths } = await apiAt(url).json<Document>('/openapi.json')
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map(method => `${method.toUpperCase()} ${path}`)
  )

  for (const call of [
    ...['POST /estimate/{job_type}', 'POST /estimate', 'POST /execute/{job_type}', 'POST /execute', 'GET /status'],
    ...['POST /stop', 'GET /stop', 'GET /resources/{execution}', 'GET /resources/{execution}/result.json'],
    ...['GET /resources/{execution}/result.csv', 'DELETE /resources/{execution}', 'GET /executions'],
    ...['POST /executions', 'GET /progress', 'GET /schemata/{name}', 'GET /openapi.json', 'GET /docs', 'POST /import'],
    ...['GET /healthz', 'GET /readyz', 'GET /metrics']
  ]) {
    assert.ok(described.includes(call), call)
  }
  for (const call of described) {
    const [method = '', path = ''] = call.split(' ')
    const answer = await fetch(url + path.replace(/\{\w+\}/g, 'x'), { method })
    const allowed = answer.status === 405 ? answer.headers.get('allow') : ''
    assert.equal(allowed, '', call)
    if (answer.status === 404) assert.doesNotMatch(await answer.text(), /nothing at this path/, call)
  }
})

test('the errors that a call alone can have are described with it', async t => {
  const { url } = await testApp(t)
  const { paths } = await apiAt(url).json<Document>('/openapi.json')
  for (const [code, method, path] of [
    ['404', 'post', '/execute'],
    ['404', 'post', '/estimate'],
    ['409', 'delete', '/resources/{execution}'],
    ['503', 'get', '/progress']
  ] as const) {
    assert.ok(code in (paths[path]?.[method]?.responses ?? {}), `${method} ${path} ${code}`)
  }
})

test('calls that need a token say so, and those for probes do not need one', async t => {
  const { url } = await testApp(t)
  const { paths } = await apiAt(url).json<Document>('/openapi.json')
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const isOpen = operation.security?.length === 0
      const { status } = await fetch(url + path.replace(/\{\w+\}/g, 'x'), { method: method.toUpperCase() })
      assert.equal(status !== 401, isOpen, `${method} ${path}`)
      assert.equal('401' in operation.responses, !isOpen, `${method} ${path}`)
    }
  }
})

test('every schema that the documentation names is served under its name', async t => {
  const { url } = await testApp(t)
  for (const name of named) {
    const answer = await fetch(`${url}/schemata/${name}.json`)
    assert.equal(answer.status, 200, name)
    const schema = (await answer.json()) as { $id: string; $schema: string }
    assert.deepEqual(
      [schema.$id, schema.$schema],
      [`/schemata/${name}.json`, 'https://json-schema.org/draft/2020-12/schema']
    )
  }
})

test('the page for people shows every call and loads nothing from elsewhere', async t => {
  const { url } = await testApp(t)
  const answer = await fetch(`${url}/docs`)
  const page = await answer.text()
  const { paths } = await apiAt(url).json<Document>('/openapi.json')

  assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  for (const path of Object.keys(paths)) assert.ok(page.includes(path), path)
  assert.doesNotMatch(page, /<script|<link|<img|src=/)
})

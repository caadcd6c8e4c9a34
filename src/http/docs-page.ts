import type { TObject, TSchema } from 'typebox'
import type { Route } from './route.ts'

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; background: #fff }
h1, h2 { line-height: 1.2 } h2 { margin-top: 2.5rem }
code, pre { font: 14px/1.45 ui-monospace, monospace; background: #f2f4f7; border-radius: 4px }
code { padding: 0 .25em } pre { padding: .75rem; overflow-x: auto }
section { border-top: 1px solid #d5dbe3; padding: .5rem 0 } section h3 { margin: .5rem 0 }
table { border-collapse: collapse } td { padding: .15rem 1rem .15rem 0; vertical-align: top }
summary { cursor: pointer } a { color: #0b57a4 }
@media (prefers-color-scheme: dark) { body { background: #14181f; color: #dfe5ee } code, pre { background: #222935 } a { color: #7db7f2 } section { border-color: #333c4a } }
`

/** The API on one page for people, made from what the server registers; it loads nothing from elsewhere. */
export function docsPage(routes: readonly Route[], schemata: ReadonlyMap<string, TSchema>, version: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Demograph: the Execute API and the Task API</title>
<style>${style}</style>
<h1>Demograph: the Execute API and the Task API</h1>
<p>Version ${escaped(version)}. For programs: <a href="/openapi.json">openapi.json</a>.</p>
<p>Start a job with <code>/execute</code>, follow it with <code>/status</code>, take its result from <code>/resources</code>.
Send your access token as <code>?access_token=TOKEN</code> or <code>Authorization: Bearer TOKEN</code>.</p>
<pre>curl 'http://127.0.0.1:8080/execute/AudienceInfluencers?access_token=TOKEN' \\
  -H 'Content-Type: application/json' -d '{"ids": ["twitter:116679528"]}'</pre>
<p>Every error answers <code>{"errors": ["…"]}</code> with a sentence that says what to do.</p>
<p>The calls under <code>/v1.6</code> are the Task API: submit a task, then read it until it is completed. Send
<code>Authorization: USERNAME:API_KEY</code>; every error answers <code>{"error": "…"}</code>. They are there without a version and under
/v1 and /v1.1 to /v1.5, too.</p>
<pre>curl http://127.0.0.1:8080/v1.6/pylon/twitter/task -H 'Authorization: demo:TOKEN' -H 'Content-Type: application/json' \\
  -d '{"subscription_id": "ID", "name": "Hashtags", "type": "analysis", "parameters":
  {"parameters": {"analysis_type": "freqDist", "parameters": {"target": "interaction.hashtags", "threshold": 10}}}}'</pre>
<h2>Calls</h2>
${routes.map(section).join('\n')}
<h2>Schemas</h2>
${[...schemata].map(schemaSection).join('\n')}
</html>
`
}

function section(route: Route): string {
  const access = { everybody: 'No token needed.', member: 'Any token.', admin: 'A token with the role admin.' }
  return `<section id="${escaped(`${route.method}${route.path}`)}">
<h3><code>${route.method} ${escaped(route.path)}</code></h3>
<p>${escaped(route.summary)} ${access[route.access]}</p>
${route.description ? `<p>${escaped(route.description)}</p>` : ''}
${parameterTable(route.parts)}${parameterTable(route.query)}
<table>${Object.entries(route.answers).map(answerRow).join('')}</table>
</section>`
}

function parameterTable(schema: TObject | undefined): string {
  const rows = Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const { description = '' } = property as { description?: string } // Every schema may carry one.
    return `<tr><td><code>${escaped(name)}</code></td><td>${escaped(description)}</td></tr>`
  })
  return rows.length > 0 ? `<table>${rows.join('')}</table>` : ''
}

function answerRow([status, { description }]: [string, { readonly description: string }]): string {
  return `<tr><td><code>${status}</code></td><td>${escaped(description)}</td></tr>`
}

function schemaSection([name, schema]: [string, TSchema]): string {
  return `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary>
<p><a href="/schemata/${escaped(name)}.json">/schemata/${escaped(name)}.json</a></p>
<pre>${escaped(JSON.stringify(schema, null, 2))}</pre></details>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Three calls to paste into a shell: is the question valid, ask it, where does it stand. */
export function curlLines(url: string, token: string, ids: readonly string[], certFile?: string): string[] {
  const curl = certFile === undefined ? 'curl' : `curl --cacert '${certFile}'`
  const body = JSON.stringify({ ids })
  const post = (path: string) =>
    `${curl} '${url}/${path}?access_token=${token}' -H 'Content-Type: application/json' -d '${body}'`
  return [
    post('estimate/AnalyzePublicProfiles'),
    post('execute/AnalyzePublicProfiles'),
    `${curl} '${url}/executions?access_token=${token}'`
  ]
}

/** What a newcomer sees at the first start over an empty folder: the token and three calls to try. */
export function firstLines(url: string, token: string, certFile?: string): string {
  const lines = curlLines(url, token, ['twitter:116679528', 'twitter:118710202'], certFile)
  return `
This is the first start. Your access token, shown only now:

  ${token}

Try it in another shell (is it valid, ask it, where does it stand and where is the result):

${lines.map(line => `  ${line}`).join('\n')}

Where nothing is imported yet, the result says that it misses these ids. How to go on:

  npm run demo                          seven questions about real data, in a folder of its own
  npm run demograph -- import FILES     your own files; docs/getting-started.md
  ${url}/docs            the API, with examples
`
}

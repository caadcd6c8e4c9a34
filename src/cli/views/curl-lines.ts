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

Nothing is imported yet, so the result says that it misses these ids. Import your own files with
\`demograph import FILES\`, or look at real data first with \`demograph demo\`. The API is described at ${url}/docs.
`
}

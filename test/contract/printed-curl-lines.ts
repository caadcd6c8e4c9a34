// The curl lines of the public documentation of the Execute API, as they are printed there: clients were written from them.

/** The edition of June 2017: the token in the query, a content type on every call, a second `?` in the status line. */
export const june2017 = String.raw`
curl 'https://api.peoplepattern.com/execute/{job_type}?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: {application/json} OR {application/hocon}" \
  -H "Accept: application/json" \
  -d '{POST_BODY}'

curl 'https://api.peoplepattern.com/estimate/{job_type}?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: {application/json} OR {application/hocon}" \
  -H "Accept: application/json" \
  -d '{POST_BODY}'

curl 'https://api.peoplepattern.com/status?execution={job_hash}?access_token=$MY_TOKEN' \
  -X GET \
  -H "Content-type: application/json" \
  -H "Accept: application/json"

curl 'https://api.peoplepattern.com/resources/{job_hash}?access_token=$MY_TOKEN' \
  -X GET \
  -H "Content-type: application/json" \
  -H "Accept: application/json"

curl 'https://api.peoplepattern.com/execute/AnalyzePublicProfiles?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"ids":["twitter:116679528","twitter:118710202", "twitter:119772680"]}'

curl 'https://api.peoplepattern.com/execute/AnalyzePublicProfiles?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/hocon" \
  -H "Accept: application/json" \
  -d 'ids = ["twitter:116679528","twitter:118710202", "twitter:119772680"]'

curl 'https://api.peoplepattern.com/execute/AudienceInfluencers?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"ids":["twitter:116679527","twitter:118710202", "twitter:119772680"]}'

curl 'https://api.peoplepattern.com/execute/AudienceInfluencers?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/hocon" \
  -H "Accept: application/json" \
  -d 'ids = ["twitter:116679528","twitter:118710202", "twitter:119772680"]'

curl 'https://api.peoplepattern.com/execute/ExternalInfluencers?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"ids":["twitter:116679527","twitter:118710202", "twitter:119772680"]}'

curl 'https://api.peoplepattern.com/execute/ExternalInfluencers?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/hocon" \
  -H "Accept: application/json" \
  -d 'ids = ["twitter:116679528","twitter:118710202", "twitter:119772680"]'

curl 'https://api.peoplepattern.com/execute/FollowerBreakdown?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"ids":["twitter:116679527","twitter:118710202", "twitter:119772680"]}'
`

/** The edition of February 2017: a slash before the query, a job in the body. */
export const february2017 = String.raw`
curl 'https://api.peoplepattern.com/execute/{service_type}?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: {application/json} OR {application/hocon}" \
  -H "Accept: application/json" \
  -d '{POST_BODY}'

curl 'https://api.peoplepattern.com/status/?execution={job_hash}?access_token=$MY_TOKEN' \
  -X GET \
  -H "Content-type: application/json" \
  -H "Accept: application/json"

curl 'https://api.peoplepattern.com/resources/{job_hash}?access_token=$MY_TOKEN' \
  -X GET \
  -H "Content-type: application/json" \
  -H "Accept: application/json"

curl 'https://api.peoplepattern.com/execute/FollowerBreakdown?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"ids":["twitter:116679527","twitter:118710202", "twitter:119772680"]}'

curl 'https://api.peoplepattern.com/execute/ExternalInfluencers?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"ids":["twitter:116679527","twitter:118710202", "twitter:119772680"]}'

curl 'https://api.peoplepattern.com/execute/AnalyzePublicProfiles?access_token=$MY_TOKEN' \
  -X POST \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  -d '{"job":"AnalyzePublicProfiles","ids":["twitter:116679528","twitter:118710202", "twitter:119772680"]}'
`

/** The edition of August 2017: the token as the whole Authorization header. */
export const august2017 = String.raw`
curl -X POST -H "Authorization: $MY_TOKEN" \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  "https://api.peoplepattern.com/execute/{job_type}" \
  -d '{POST_BODY}'

curl -X POST -H "Authorization: $MY_TOKEN" \
  -H "Content-type: application/hocon" \
  -H "Accept: application/json" \
  "https://api.peoplepattern.com/execute/{job_type}" \
  -d '{POST_BODY}'

curl -X POST -H "Authorization: $MY_TOKEN" \
  -H "Content-type: {application/json} OR {application/hocon}" \
  -H "Accept: application/json" \
  'https://api.peoplepattern.com/estimate/{job_type}' \
  -d '{POST_BODY}'

curl -X GET -H "Authorization: $MY_TOKEN" \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  "https://api.peoplepattern.com/status?execution={job_hash}"

curl -X GET -H "Authorization: $MY_TOKEN" \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  "https://api.peoplepattern.com/resources/{job_hash}"

curl  \
  -X POST -H "Authorization: $MY_TOKEN" \
  -H "Content-type: application/json" \
  -H "Accept: application/json" \
  "https://api.peoplepattern.com/execute/AnalyzePublicProfiles" \
  -d '{"ids":["twitter:116679528","twitter:118710202", "twitter:119772680"]}'

curl -X POST -H "Authorization: $MY_TOKEN" \
  -H "Content-type: application/hocon" \
  -H "Accept: application/json" \
  "https://api.peoplepattern.com/execute/FollowerBreakdown" \
  -d 'ids = ["twitter:116679528","twitter:118710202", "twitter:119772680"]'
`

/** Bodies that the editions print apart from a curl line, by their content type: what {POST_BODY} may stand for. */
export const printedBodies: readonly (readonly [type: string, body: string])[] = [
  [
    'application/json',
    `{
  "ids":["twitter:116679527",
        "twitter:118710202",
        "twitter:119772680"]
}`
  ],
  [
    'application/hocon',
    `ids = [
  "twitter:116679527"
  "twitter:118710202"
  "twitter:119772680"
]`
  ],
  [
    'application/hocon',
    `ids = [
 "twitter:42232950"
]`
  ]
]

/** The same, for the one job whose name stands in them. */
export const printedBodiesWithJob: readonly (readonly [type: string, body: string])[] = [
  [
    'application/json',
    `{
  "job":"AnalyzePublicProfiles",
  "ids":
    ["twitter:116679528",
    "twitter:118710202",${' '}
    "twitter:119772680"]
}`
  ],
  [
    'application/hocon',
    `job = "AnalyzePublicProfiles"
ids = [
 "twitter:42232950"
]`
  ]
]

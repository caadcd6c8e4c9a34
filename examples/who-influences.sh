#!/bin/sh
# Who influences an audience from inside, with nothing but curl: submit, wait, read.
# DEMOGRAPH_URL and DEMOGRAPH_TOKEN say where; the ids come as arguments.
set -eu
url=${DEMOGRAPH_URL:-http://127.0.0.1:8080}
ids=$(printf '"%s",' "$@")

execution=$(curl --silent --fail "$url/execute/AudienceInfluencers?access_token=$DEMOGRAPH_TOKEN" \
  -H 'Content-Type: application/json' -d "{\"ids\": [${ids%,}]}" | sed 's/.*"execution":"\([^"]*\)".*/\1/')

until curl --silent --fail "$url/status?execution=$execution&access_token=$DEMOGRAPH_TOKEN" |
  grep -q '"status":"\(FINISHED\|FAILED\|KILLED\|INVALID_RESULT\)"'; do
  sleep 0.2
done

curl --silent --fail "$url/resources/$execution/result.csv?access_token=$DEMOGRAPH_TOKEN"

#!/bin/sh
# Who influences an audience from inside, with nothing but curl: submit, wait, read.
# DEMOGRAPH_URL and DEMOGRAPH_TOKEN say where; the ids come as arguments.
set -eu
url=${DEMOGRAPH_URL:-http://127.0.0.1:8080}
ids=$(printf '"%s",' "$@")

ask() {
  path=$1
  shift
  curl --silent --show-error --fail "$url$path" -H "Authorization: Bearer $DEMOGRAPH_TOKEN" "$@"
}

# Each answer is kept before it is read: a failure in a pipe would go unnoticed.
asked=$(ask /execute/AudienceInfluencers -H 'Content-Type: application/json' -d "{\"ids\": [${ids%,}]}")
execution=$(echo "$asked" | sed 's/.*"execution":"\([^"]*\)".*/\1/')

while
  status=$(ask "/status?execution=$execution")
  case $status in
    *'"status":"FINISHED"'*) false ;;
    *'"status":"'[FKI]*) echo "$status" >&2; exit 1 ;; # FAILED, KILLED, INVALID_RESULT
  esac
do
  sleep 0.2
done

ask "/resources/$execution/result.csv"

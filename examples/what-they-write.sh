#!/bin/sh
# What posts that a filter lets through are tagged with, by the Task API and nothing but curl: compile, record, submit, wait, read.
# DEMOGRAPH_URL and DEMOGRAPH_TOKEN say where; the filter is the argument, START and END (unix seconds) the window.
set -eu
url=${DEMOGRAPH_URL:-http://127.0.0.1:8080}/v1.6/pylon/twitter

ask() {
  path=$1
  shift
  curl --silent --show-error --fail "$url$path" -H "Authorization: demo:$DEMOGRAPH_TOKEN" "$@"
}

# The value of a member whose values are plain words.
member() {
  sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"
}

compiled=$(ask /compile --data-urlencode "csdl=$1")
started=$(ask /start -d "hash=$(echo "$compiled" | member hash)" -d name=example)
recording=$(echo "$started" | member id)

submitted=$(ask /task -H 'Content-Type: application/json' -d "{
  \"subscription_id\": \"$recording\", \"name\": \"hashtags\", \"type\": \"analysis\",
  \"parameters\": {\"start\": $START, \"end\": $END, \"parameters\":
    {\"analysis_type\": \"freqDist\", \"parameters\": {\"target\": \"interaction.hashtags\", \"threshold\": 10}}}}")
task=$(echo "$submitted" | member id)

while
  answer=$(ask "/task/analysis/$task")
  case $answer in
    *'"status":"completed"'*) false ;;
    *'"status":"failed"'*) echo "$answer" >&2; exit 1 ;;
  esac
do
  sleep 0.2
done

ask /stop -d "id=$recording"
echo "$answer"

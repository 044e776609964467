#!/usr/bin/env bash
# Runs the suite for action.yml, with its inputs in variables; writes its outputs and the job summary.
set -uo pipefail

if [ -z "$OUTPUT" ] || [[ $OUTPUT == *$'\n'* ]]; then
  echo "::error::output must be the path of a folder"
  exit 2
fi

args=(run --install --yes "--output=$OUTPUT")
args+=(--reporter=console --reporter=html --reporter=github "--reporter=markdown=$GITHUB_STEP_SUMMARY")

# Adds an argument for every line that is not blank. The name and the value are one word, so no value becomes an option.
add() {
  local line
  while IFS= read -r line; do
    line=${line#"${line%%[![:space:]]*}"}
    line=${line%"${line##*[![:space:]]}"}
    if [ -n "$line" ]; then args+=("$1$line"); fi
  done <<< "$2"
}

add --browser= "$BROWSERS"
add --polyfill= "$POLYFILL"
add --rule= "$RULES"
add --grep= "$GREP"
add --expectations= "$EXPECTATIONS"
add --fail-on= "$FAIL_ON"
add '' "$OPTIONS"
if [ -n "${POLYFILL//[[:space:]]/}" ] && [ "$NATIVE" != true ]; then args+=(--no-native); fi

npx --yes "mediarecorder-conformance@$VERSION" "${args[@]}"
code=$?

path_if_there() {
  if [ -f "$1" ]; then echo "$1"; fi
}
{
  echo "exit-code=$code"
  echo "report=$(path_if_there "$OUTPUT/index.html")"
  echo "results=$(path_if_there "$OUTPUT/results.json")"
} >> "$GITHUB_OUTPUT"
exit "$code"

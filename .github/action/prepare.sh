#!/usr/bin/env bash
# Says which version of the npm package action.yml runs, the one asked for or that of the action, and names the cache.
set -euo pipefail

version=$VERSION
if [ -z "$version" ]; then
  version=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1], "utf8")).version' "$GITHUB_ACTION_PATH/package.json")
fi
if ! [[ $version =~ ^[0-9A-Za-z.^~-]+$ ]]; then
  echo "::error::version must be a version or a tag of the npm package"
  exit 2
fi
{
  echo "version=$version"
  echo "cache=mediarecorder-conformance-$version-$(printf %s "$BROWSERS" | tr -cs 'A-Za-z0-9' '-')"
} >> "$GITHUB_OUTPUT"

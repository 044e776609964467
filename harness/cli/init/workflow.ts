/** A workflow for GitHub Actions: two shards, and a job that judges them together. */
export const WORKFLOW = `name: MediaRecorder conformance
on:
  push:
  pull_request:
  workflow_dispatch:
permissions:
  contents: read
jobs:
  shard:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    strategy:
      fail-fast: false
      matrix:
        shard: [1, 2]
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      # What a shard finds is judged below, together with the others: 0 and 1 both mean that it ran.
      - run: |
          npx mediarecorder-conformance run --install --yes \\
            --shard "\${{ matrix.shard }}/2" --output results || [ $? -eq 1 ]
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: shard-\${{ matrix.shard }}
          path: results
  report:
    needs: shard
    if: always()
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci
      - uses: actions/download-artifact@v4
        with:
          pattern: shard-*
          path: shards
      - run: |
          npx mediarecorder-conformance merge shards/* --output merged \\
            --reporter console --reporter html --reporter github \\
            --reporter "markdown=$GITHUB_STEP_SUMMARY"
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: report
          path: merged
`;

import { Engine } from '../../protocol/index.ts';

/** A file of known non-passes that knows none yet, and says how one is written down. */
function startOf(engine: Engine): string {
  return `# What is known not to pass in ${engine}, and why. An entry is
#
# - id: stop.fires-once;container=mp4    a rule, a case, or a rule with some parameters
#   outcome: fail                        or a list of those that it comes out with
#   reason: Why it does not pass.
#   link: https://example.org/the-bug    this and the rest may be left out
#   versions: '>=150 <157'
#   platform: linux
#
# "mediarecorder-conformance run --update-expectations" writes entries from what a run brings.
`;
}

/** The files of known non-passes to start from, by name. */
export function expectationFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(Engine.options.map((engine) => [`expectations/${engine}.yaml`, startOf(engine)]));
}

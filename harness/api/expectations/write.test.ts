import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Changes } from '../../core/index.ts';
import { parseExpectations, parseFile } from './parse.ts';
import { changeText, raiseVersion } from './write.ts';

const FILE = `# Known in Chromium.

# Slices come late.
- id: start.slices   # two sources
  outcome: fail
  reason: >-
    It waits
    for more.
  link: https://example.org/1

# Twice.
- id: stop.fires-once
  reason: 'It fires twice.'
  outcome: [pass, fail]

- id: stop.last
  outcome: crash
  reason: It crashes.
`;

type Replacement = readonly {
  readonly id: string;
  readonly outcomes: readonly ('pass' | 'fail' | 'timeout')[];
}[];

function after(
  replacements: Readonly<Record<string, Replacement>>,
  added: Changes['added'] = [],
  text = FILE,
): string {
  const placed = parseExpectations(text, 'chromium.yaml');
  const replaced = new Map(
    placed.flatMap(({ expectation }) => {
      const now = replacements[expectation.id];
      return now === undefined ? [] : [[expectation, now] as const];
    }),
  );
  const changed = changeText(text, placed, { replaced, added });
  parseExpectations(changed, 'chromium.yaml');
  return changed;
}

test('the version that a file was written against is raised, as exactly as it stood there', () => {
  const raised = (stated: string, version: string): string => {
    const text = `# Known.\nwritten-against: '${stated}'  # the newest\n---\n\n- id: a.b\n`;
    const span = [text.indexOf(`'${stated}'`), text.indexOf('  # the')] as const;
    const changed = raiseVersion(text, { version: stated, span }, version);
    return parseFile(changed.replace('- id: a.b\n', ''), 'x').writtenAgainst?.version ?? '';
  };
  assert.equal(raised('2.54.2', '2.54.3'), '2.54.3');
  assert.equal(raised('156', '157.0.8078.108'), '157');
  assert.equal(raised('156', '156.0.9'), '156');
  assert.equal(raised('2.54.3', '2.52.6'), '2.54.3', 'an older browser changes nothing');
  assert.equal(raiseVersion(FILE, undefined, '9'), FILE, 'nor does a file become one that says so');
});

test('entries that come and go leave the version where it is', () => {
  const text = `# Known.\nwritten-against: 153\n---\n\n- id: stop.last\n  outcome: crash\n  reason: x\n`;
  const added = [{ id: 'a.new', outcomes: ['fail'], seen: 'it' }] as const;
  const head = '# Known.\nwritten-against: 153\n---\n';
  assert.equal(after({ 'stop.last': [] }, [], text).trimEnd(), head.trimEnd());
  assert.ok(after({ 'stop.last': [] }, added, text).startsWith(`${head}\n- id: a.new\n`));
});

test('without changes not a letter changes', () => assert.equal(after({}), FILE));

test('another outcome changes one word', () => {
  assert.equal(
    after({ 'start.slices': [{ id: 'start.slices', outcomes: ['timeout'] }] }),
    FILE.replace('outcome: fail', 'outcome: timeout'),
  );
  assert.equal(
    after({ 'stop.fires-once': [{ id: 'stop.fires-once', outcomes: ['pass', 'fail', 'timeout'] }] }),
    FILE.replace('[pass, fail]', '[pass, fail, timeout]'),
  );
});

test('an entry goes with the comment above it, and nothing else does', () => {
  assert.equal(after({ 'stop.fires-once': [] }), FILE.replace(/# Twice\.\n[^]*?\n\n/, ''));
  assert.equal(after({ 'start.slices': [] }), FILE.replace(/# Slices[^]*?\n\n/, ''));
  assert.equal(after({ 'stop.last': [] }).trimEnd(), FILE.replace(/- id: stop\.last[^]*$/, '').trimEnd());
});

test('an entry that is narrowed keeps its reason, in each of its parts', () => {
  const changed = after({
    'start.slices': [
      { id: 'start.slices;source=canvas', outcomes: ['fail'] },
      { id: 'start.slices;source=tone', outcomes: ['timeout'] },
    ],
  });
  const [first, second] = parseExpectations(changed, 'x').map(({ expectation }) => expectation);
  assert.deepEqual([first?.id, first?.outcomes], ['start.slices;source=canvas', ['fail']]);
  assert.deepEqual([second?.id, second?.outcomes], ['start.slices;source=tone', ['timeout']]);
  assert.equal(second?.reason, 'It waits for more.');
  assert.equal(second.link, 'https://example.org/1');
  assert.ok(changed.includes('# two sources'));
  assert.ok(changed.endsWith(FILE.slice(FILE.indexOf('# Twice.'))));
});

test('new entries stand at the end and ask to be explained, whatever was seen', () => {
  const seen = 'expected "a: b" # not\n  a comment, \'but\' [this] to equal \u{1F600}';
  const changed = after({}, [
    { id: 'pause.x;type=video%2Fwebm', outcomes: ['pass', 'fail'], seen },
    { id: 'pause.y', outcomes: ['fail'], seen: '' },
  ]);
  assert.ok(changed.startsWith(FILE));
  const [, , , third, fourth] = parseExpectations(changed, 'x').map(({ expectation }) => expectation);
  assert.equal(third?.id, 'pause.x;type=video%2Fwebm');
  assert.deepEqual(third.outcomes, ['pass', 'fail']);
  assert.equal(third.reason, `TODO: explain. Seen: ${seen.replaceAll(/\s+/g, ' ')}`);
  assert.equal(fourth?.reason, 'TODO: explain.');
});

test('a file without an entry takes some, and a file may lose its last', () => {
  const one = after({}, [{ id: 'a.b', outcomes: ['fail'], seen: 'x' }], '# Known.\n\n');
  assert.equal(one, "# Known.\n\n- id: a.b\n  outcome: fail\n  reason: 'TODO: explain. Seen: x'\n");
  assert.equal(after({ 'a.b': [] }, [], one).trim(), '# Known.');
});

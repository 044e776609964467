import { decode, Results, SCHEMA_VERSION } from '../../harness/protocol/index.ts';

/** Text that would do harm wherever it were taken for markup, for a command or for a pattern. */
const HOSTILE =
  '</script><img src=x onerror=alert(1)> & "quotes" \'single\' `ticks` ]]> %0A::error::x $& $1 @everyone [a](b) | # \u001B[31m \u0000';

const url = 'https://w3c.github.io/mediacapture-record/#dom-mediarecorder-start';

function rule(id: string, level: string, standing: string, statement: string): unknown {
  const section = id.split('.', 1)[0] ?? id;
  return {
    id,
    section,
    sectionTitle: `${section}()`,
    level,
    standing,
    statement,
    source: { label: `MediaStream Recording, ${section}() step 5`, url },
  };
}

const RULES = [
  rule('idl.operation-place', 'must', 'settled', 'A method is on the prototype.'),
  rule(
    'start.throws-while-recording',
    'must',
    'settled',
    'start() throws an InvalidStateError while recording.',
  ),
  rule('start.slices', 'must', 'recent', 'start(timeslice) brings slices unprompted.'),
  rule('start.hints', 'should', 'settled', 'start() follows the hints.'),
  rule('stop.fires-once', 'must', 'settled', 'stop fires exactly once.'),
  rule('stop.queued-data', 'must', 'unclear', 'Queued data may come after stop.'),
  rule('stop.hostile', 'must', 'settled', `A statement with ${HOSTILE}`),
];

const TRACE = [
  { kind: 'note', at: 1, text: 'open source canvas' },
  { kind: 'call', at: 4, recorder: 1, method: 'start', args: ['200'], state: 'recording' },
  { kind: 'event', at: 30, recorder: 1, name: 'start', state: 'recording', mimeType: 'video/webm' },
  {
    kind: 'event',
    at: 230,
    recorder: 1,
    name: 'dataavailable',
    state: 'recording',
    mimeType: 'video/webm',
    bytes: 4200,
  },
  { kind: 'call', at: 240, recorder: 1, method: 'stop', args: [], state: 'inactive' },
  {
    kind: 'call',
    at: 241,
    recorder: 1,
    method: 'pause',
    args: [],
    threw: 'InvalidStateError',
    state: 'inactive',
  },
  { kind: 'event', at: 260, recorder: 1, name: 'stop', state: 'inactive', mimeType: 'video/webm' },
];

const PASS = {
  outcome: 'pass',
  durationMs: 300,
  trace: TRACE,
  waits: [
    { for: 'source', ms: 20 },
    { for: 'media', ms: 210 },
    { for: 'event stop', ms: 30 },
  ],
};

const FAIL = {
  outcome: 'fail',
  message: 'what the call threw: expected nothing to equal InvalidStateError',
  expected: 'InvalidStateError',
  actual: 'nothing',
  stack: 'at throws (suites/start/state.spec.ts:12:5)',
  durationMs: 310,
  trace: TRACE,
  waits: [{ for: 'fence', ms: 290 }],
};

const HOSTILE_FAIL = {
  ...FAIL,
  message: HOSTILE,
  expected: HOSTILE,
  actual: `${HOSTILE}\n\`\`\`\nsecond line`,
};

function one(id: string, verdict: string, attempts: readonly unknown[], more: object = {}): unknown {
  return { id, rule: id.split(';', 1)[0], verdict, attempts, ...more };
}

function metrics(middle: number): readonly unknown[] {
  const samples = [-2, -1, 0, 1, 2].map((offset) => middle + offset);
  return [
    { name: 'start() to start event', unit: 'ms', samples },
    { name: `duration is stated ${HOSTILE}`, unit: '1 = yes', samples: [1] },
  ];
}

const EXPECTATIONS = {
  file: 'webkit.yaml',
  problems: [{ kind: 'unmatched', file: 'webkit.yaml', line: 9, message: `"x" is no rule: ${HOSTILE}` }],
};

function target(id: string, engine: string, name: string, cases: readonly unknown[]): unknown {
  return {
    id,
    engine,
    browser: { name, version: engine === 'webkit' ? '2.52.6' : '156.0.1.2', driver: 'puppeteer' },
    subject: { kind: 'native', name: 'native' },
    environment: null,
    startedAt: '2026-11-20T09:30:00.000Z',
    durationMs: 4200,
    complete: true,
    incidents: [],
    cases,
    metrics: engine === 'webkit' ? metrics(40.25).slice(0, 1) : metrics(12),
    ...(engine === 'webkit' ? { expectations: EXPECTATIONS } : {}),
  };
}

/** A small run with one case of every verdict, and hostile text wherever text can stand. */
export function smallResults(): Results {
  return decode(
    Results,
    {
      schemaVersion: SCHEMA_VERSION,
      suite: { version: '0.1.0', specRevision: "Editor's Draft, 12 March 2026" },
      rules: RULES,
      options: { grep: HOSTILE },
      seed: 1,
      startedAt: '2026-11-20T09:30:00.000Z',
      durationMs: 5000,
      machine: { platform: 'linux', arch: 'x64', cores: 2, node: '20.20.0' },
      notRun: [],
      targets: [
        target('chromium', 'chromium', 'Chromium', [
          one('idl.operation-place;interface=MediaRecorder;member=requestData', 'pass', [PASS]),
          one('start.throws-while-recording;source=canvas', 'pass', [PASS]),
          one('start.throws-while-recording;source=audio', 'blocked', [
            { outcome: 'blocked', message: 'no audio device', durationMs: 2 },
          ]),
          one('start.slices', 'flaky', [FAIL, PASS]),
          one('start.hints', 'fail', [FAIL, FAIL]),
          one('stop.fires-once', 'pass', [PASS]),
          one('stop.queued-data', 'pass', [{ ...PASS, reading: 'data first' }]),
          one('stop.hostile;text=%3Cb%3E', 'fail', [HOSTILE_FAIL]),
        ]),
        target('webkitgtk', 'webkit', 'WebKitGTK', [
          one('idl.operation-place;interface=MediaRecorder;member=requestData', 'fail', [FAIL], {
            expected: true,
          }),
          one('start.throws-while-recording;source=canvas', 'fail', [FAIL], { expected: true }),
          one('start.slices', 'timeout', [
            {
              outcome: 'timeout',
              message: 'the case did not end',
              lastStep: 'waiting for stop',
              durationMs: 9000,
            },
          ]),
          one('start.hints', 'unsupported', [
            { outcome: 'unsupported', message: 'no camera API', durationMs: 1 },
          ]),
          one('stop.fires-once', 'crash', [
            { outcome: 'collateral', message: 'a neighbour crashed', durationMs: 10 },
            { outcome: 'crash', message: 'the page crashed', lastStep: 'stop()', durationMs: 20 },
          ]),
          one('stop.queued-data', 'harness-error', [
            { outcome: 'harness-error', message: 'the lane did not answer', durationMs: 5 },
          ]),
          one('stop.hostile;text=%3Cb%3E', 'pass', [PASS], {
            expected: false,
            known: {
              outcomes: ['fail'],
              reason: `It is ${HOSTILE}`,
              link: 'https://example.org/bug',
              at: 'webkit.yaml:3',
            },
          }),
        ]),
      ],
    },
    'the small sample',
  );
}

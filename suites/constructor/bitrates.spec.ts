import { conformance } from '../kit/index.ts';

const ATTRIBUTES = ['videoBitsPerSecond', 'audioBitsPerSecond'] as const;
const LARGEST = 2 ** 32 - 1;

const sumOf = ({ videoBitsPerSecond, audioBitsPerSecond }: MediaRecorder): number =>
  videoBitsPerSecond + audioBitsPerSecond;

conformance(
  'constructor.keeps-bitrates',
  { over: { member: ATTRIBUTES, bits: [64_000, 128_000] } },
  async (t, { member, bits }) => {
    t.assert.equal(t.construct(new MediaStream(), { [member]: bits })[member], bits);
  },
);

conformance(
  'constructor.keeps-extreme-bitrates',
  { over: { member: ATTRIBUTES, bits: [0, 1, 999, 10_000_000, LARGEST] } },
  async (t, { member, bits }) => {
    t.assert.equal(t.construct(new MediaStream(), { [member]: bits })[member], bits);
  },
);

conformance('constructor.keeps-both-bitrates', { assertions: 2 }, async (t) => {
  const recorder = t.construct(new MediaStream(), {
    videoBitsPerSecond: 300_000,
    audioBitsPerSecond: 64_000,
  });
  t.assert.equal(recorder.videoBitsPerSecond, 300_000, 'videoBitsPerSecond');
  t.assert.equal(recorder.audioBitsPerSecond, 64_000, 'audioBitsPerSecond');
});

conformance('constructor.chooses-bitrates', { over: { member: ATTRIBUTES } }, async (t, { member }) => {
  const bits = t.construct(new MediaStream())[member];
  t.assert.equal(bits >>> 0, bits, 'an unsigned long');
  t.reading(bits === 0 ? 'zero before the recording' : 'a target before the recording');
});

conformance(
  'constructor.total-bitrate',
  { over: { bits: [200_000, 1_000_000, 3_000_000] }, assertions: 2 },
  async (t, { bits }) => {
    const sum = sumOf(t.construct(new MediaStream(), { bitsPerSecond: bits }));
    t.assert.isAtLeast(sum, bits / 2, 'sum of both bitrates');
    t.assert.isAtMost(sum, bits * 1.5, 'sum of both bitrates');
  },
);

conformance(
  'constructor.total-bitrate-overrides',
  { over: { with: [...ATTRIBUTES, 'both'] }, assertions: 2 },
  async (t, { with: given }) => {
    const bitsPerSecond = 1_000_000;
    const specific = given === 'both' ? ATTRIBUTES : [given];
    const options = { bitsPerSecond, ...Object.fromEntries(specific.map((name) => [name, 5_000_000])) };
    const sum = sumOf(t.construct(new MediaStream(), options));
    t.assert.isAtLeast(sum, bitsPerSecond / 2, 'sum of both bitrates');
    t.assert.isAtMost(sum, bitsPerSecond * 1.5, 'sum of both bitrates');
  },
);

conformance('constructor.total-bitrate-of-zero', {}, async (t) => {
  const sum = sumOf(t.construct(new MediaStream(), { bitsPerSecond: 0 }));
  t.assert.equal(Number.isInteger(sum), true, 'the sum is a whole number');
  const unasked = sumOf(t.construct(new MediaStream()));
  if (sum === 0) t.reading('zero is kept as zero');
  else t.reading(sum === unasked ? 'zero is as good as nothing' : 'zero is raised to a smallest target');
});

conformance(
  'constructor.accepts-any-bitrate',
  {
    over: {
      member: [...ATTRIBUTES, 'bitsPerSecond'],
      bits: [0, 1, 999, 2 ** 31, LARGEST, LARGEST + 1, -1],
    },
  },
  async (t, { member, bits }) => {
    t.succeeds(() => t.construct(new MediaStream(), { [member]: bits }));
  },
);

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { framesBetweenKeys, lateKeys, quietShare } from './options.ts';

const frames = (keys: string, every = 0.05) =>
  keys.split('').map((mark, index) => ({ key: mark === 'K', timestamp: index * every }));

test('frames between key frames are counted up to the end', () => {
  assert.equal(framesBetweenKeys(frames('K..K.')), 2);
  assert.equal(framesBetweenKeys(frames('K.K....')), 4);
  assert.equal(framesBetweenKeys(frames('KKK')), 0);
  assert.equal(framesBetweenKeys([]), 0);
});

test('frames count as late when their key frame is further back than it may be', () => {
  assert.equal(lateKeys(frames('K....K....'), 200), 0);
  assert.equal(lateKeys(frames('K.....K'), 200), 1);
  assert.equal(lateKeys(frames('K.......'), 200), 3);
});

const heard = (loud: number, quiet: number) => ({
  packets: Array.from({ length: 100 }, (_, index) => ({
    timestamp: index * 0.02,
    duration: 0.02,
    bytes: index < 50 ? loud : quiet,
    offset: null,
    key: true,
  })),
  spans: [
    { sound: 'tone', tone: 1, from: 0, to: 1 },
    { sound: 'silence', from: 1, to: 2 },
  ] as const,
});

test('silence is held against tones, packet by packet', () => {
  assert.equal(quietShare(heard(160, 160)), 1);
  assert.ok(quietShare(heard(160, 8)) < 0.1);
});

test('silence at the very beginning is another matter', () => {
  const { packets, spans } = heard(160, 8);
  const leading = { sound: 'silence', from: 0, to: 0.05 } as const;
  const later = { sound: 'tone', tone: 1, from: 0.05, to: 1 } as const;
  assert.ok(quietShare({ packets, spans: [leading, later, ...spans.slice(1)] }) < 0.1);
});

test('a recording without silence in it shows nothing', () => {
  const { packets, spans } = heard(160, 160);
  assert.equal(quietShare({ packets, spans: spans.slice(0, 1) }), 0);
});

test('an encoder that goes on as before for a while is judged by what follows', () => {
  const { packets, spans } = heard(160, 3);
  const slow = packets.map((packet) => (packet.timestamp < 1.45 ? { ...packet, bytes: 160 } : packet));
  assert.ok(quietShare({ packets: slow, spans }) < 0.1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMediaStack } from './media-stack.ts';

test('the version and the elements are read from what GStreamer prints', () => {
  const facts = readMediaStack('1.26.2\nautovideoflip\nvp8enc\n');
  assert.deepEqual(facts[0], { name: 'GStreamer', value: '1.26.2' });
  assert.equal(facts[1]?.value, 'autovideoflip (every video track), vp8enc (VP8)');
  assert.match(facts[2]?.value ?? '', /^vp9enc \(VP9\), x264enc/);
});

test('a machine without the program that asks says so', () => {
  const [fact] = readMediaStack('sh: 1: gst-inspect-1.0: not found\n');
  assert.match(fact?.value ?? '', /not installed/);
});

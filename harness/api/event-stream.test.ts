import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventStream } from './event-stream.ts';

async function all<E>(stream: AsyncIterable<E>): Promise<readonly E[]> {
  const read: E[] = [];
  for await (const event of stream) read.push(event);
  return read;
}

test('events that came before anyone read are kept, in order', async () => {
  const stream = new EventStream<number>();
  for (const n of [1, 2, 3]) stream.push(n);
  stream.end();
  assert.deepEqual(await all(stream), [1, 2, 3]);
});

test('a reader who waits is woken by the next event, and by the end', async () => {
  const stream = new EventStream<number>();
  const reading = all(stream);
  for (const n of [1, 2, 3]) {
    stream.push(n);
    await new Promise(setImmediate);
  }
  stream.end();
  assert.deepEqual(await reading, [1, 2, 3]);
});

test('a stream that ends without an event is empty', async () => {
  const stream = new EventStream<number>();
  const reading = all(stream);
  stream.end();
  assert.deepEqual(await reading, []);
});

test('a reader can stop early, and what is left is there for the next one', async () => {
  const stream = new EventStream<number>();
  for (const n of [1, 2, 3]) stream.push(n);
  stream.end();
  for await (const event of stream) if (event === 1) break;
  assert.deepEqual(await all(stream), [2, 3]);
});

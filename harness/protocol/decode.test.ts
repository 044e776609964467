import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { decode, DecodeError, decodeJson } from './decode.ts';

const Schema = v.object({ targets: v.array(v.object({ name: v.string() })) });

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof DecodeError);
    return error.message;
  }
  return assert.fail('nothing was thrown');
}

test('a value of the right form comes back', () => {
  const value = { targets: [{ name: 'a' }] };
  assert.deepEqual(decode(Schema, value, 'here'), value);
  assert.deepEqual(decodeJson(Schema, JSON.stringify(value), 'here'), value);
});

test('an error names where the value came from and the field, however deep', () => {
  const message = messageOf(() => decode(Schema, { targets: [{ name: 'a' }, { name: 5 }] }, 'old.json'));
  assert.match(message, /^old\.json: field "targets\.1\.name" is wrong: .*5/);
});

test('an error about the whole value says so', () => {
  assert.match(
    messageOf(() => decode(Schema, null, 'old.json')),
    /^old\.json: the whole is wrong: .*null/,
  );
});

test('a missing field is named', () => {
  assert.match(
    messageOf(() => decode(Schema, {}, 'x')),
    /field "targets" is wrong/,
  );
});

test('text that is no JSON is named by its origin, with the cause', () => {
  assert.throws(
    () => decodeJson(Schema, '{"a":', 'broken.json'),
    (error) =>
      error instanceof DecodeError &&
      error.message === 'broken.json: is not JSON' &&
      error.cause instanceof SyntaxError,
  );
});

test('an error is one line, whatever the value holds', () => {
  const message = messageOf(() => decode(v.picklist(['a', 'b']), 'x\ny'.repeat(500), 'x'));
  assert.equal(message.includes('\n'), false);
  assert.ok(message.length < 500, `${message.length} characters`);
});

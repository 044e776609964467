import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimedOf, claims, needClaims } from './claims.ts';
import { CONTAINERS, someContainer } from './mime-type.ts';
import { NotOffered } from './not-offered.ts';

/** Does something while a recorder that accepts some types is under test, with what it declares. */
function declaring(declaration: unknown, accepted: readonly string[], check: () => void): void {
  const fitting = { declaration, ready: () => {}, provide: () => {} };
  const realm = {
    [Symbol.for('mediarecorder-conformance')]: fitting,
    MediaStream: EventTarget,
    MediaRecorder: function recorder(_stream: unknown, { mimeType }: { readonly mimeType: string }) {
      if (!accepted.includes(mimeType)) throw new DOMException('not that', 'NotSupportedError');
    },
  };
  const names = Reflect.ownKeys(realm);
  for (const name of names)
    Object.defineProperty(globalThis, name, { value: Reflect.get(realm, name), configurable: true });
  try {
    check();
  } finally {
    for (const name of names) Reflect.deleteProperty(globalThis, name);
  }
}

test('all that is not declared is claimed', () => {
  for (const declaration of [undefined, null, {}, { records: 'audio' }])
    declaring(declaration, [], () => {
      assert.ok(claims('audio') && claims('video'));
      assert.deepEqual(claimedOf(CONTAINERS), CONTAINERS);
    });
});

test('some container is one that the recorder accepts, if it claims it', () => {
  declaring({}, CONTAINERS, () => assert.equal(someContainer(), 'video/webm'));
  declaring({}, ['video/mp4', 'audio/ogg'], () => {
    assert.equal(someContainer(), 'video/mp4');
    assert.equal(someContainer('audio'), 'audio/ogg');
  });
  declaring({ records: ['audio'] }, CONTAINERS, () => assert.equal(someContainer(), 'audio/webm'));
  const types = ['AUDIO/Flac'];
  declaring({ records: ['audio'], types }, ['video/webm', 'audio/flac'], () => {
    assert.equal(someContainer(), 'audio/flac');
  });
});

test('a recorder that accepts nothing of what it claims fails, and one that does not claim it is left alone', () => {
  declaring({ records: ['audio'] }, ['video/webm'], () => {
    assert.throws(() => someContainer(), /^AssertionError: no usual {2}container is accepted/);
    assert.throws(() => someContainer('audio'), /no usual audio container is accepted/);
    assert.throws(() => someContainer('video'), NotOffered);
    assert.throws(() => needClaims(['audio', 'video']), /declared by the polyfill: it does not record video/);
  });
});

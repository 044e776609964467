import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { withClassNames } from './class-names.ts';

/** The name of the class A of a bundle, once it has been given back. */
function nameIn(bundle: string, source: string): unknown {
  return runInNewContext(`${withClassNames(bundle, [source])}; it.name`);
}

test('a class has the name that its source gives it, whatever the bundle calls it', () => {
  const source = 'class Recorder { make() { return new Recorder(); } }';
  assert.equal(
    nameIn('var it = class _Recorder { make() { return new _Recorder(); } };', source),
    'Recorder',
  );
  assert.equal(nameIn('var Recorder2 = class { }; var it = Recorder2;', source), 'Recorder');
  assert.equal(
    nameIn('class Base {} var it = class _Recorder extends Base { };', `class Base {} ${source}`),
    'Recorder',
  );
});

test('a class that is really called so stays so', () => {
  for (const name of ['_Recorder', 'Recorder2', 'Recorder']) {
    const bundle = `var it = class ${name} { };`;
    assert.equal(withClassNames(bundle, [`class ${name} {}`, 'class Recorder {}']), bundle);
  }
});

test('a class that no source names is left alone', () => {
  const bundle = 'var it = class _Recorder { };';
  assert.equal(withClassNames(bundle, ['export default class {}']), bundle);
});
